-- One row per inspection of an authority that graded its protection of children as a whole: the grade, and how
-- long it stood, from the publication of its report to that of the next (etl/schema/standing.sql).
select
    standing.framework,
    standing.inspection_type,
    standing.inspected_on,
    standing.published_on,
    least(coalesce(standing.next_published_on, known_to.day), coalesce(standing.closed_on, known_to.day)) as until,
    standing.grade,
    standing.graded,
    standing.judgements,
    standing.basis,
from standing
cross join known_to
where standing.area_code = $authority
order by standing.published_on
