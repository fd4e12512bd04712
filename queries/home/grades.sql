-- One row per local authority of today and inspection that graded it as a whole: the grade, and how long it stood.
-- An authority without one has a row too, with neither.
--   grade_now            the grade in force, or none
--   inadequate_from      the first report with an inadequate grade, or none
select
    authority.area_code,
    authority.dfe_code,
    authority.name,
    coalesce(authority.region_name, '') as region_name,
    cast(standing.published_on as date) as published_on,
    cast(coalesce(standing.next_published_on, known_to.day) as date) as until,
    standing.grade,
    last_value(standing.grade) over of_authority as grade_now,
    min(standing.published_on) filter (where standing.grade = 'inadequate') over of_authority as inadequate_from,
from authority
cross join known_to
left join standing using (area_code)
where authority.closed_on is null
window of_authority as (
    partition by authority.area_code
    order by standing.published_on
    rows between unbounded preceding and unbounded following
)
order by authority.name, standing.published_on
