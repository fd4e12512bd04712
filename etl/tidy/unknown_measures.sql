-- One row per source row of a group whose wording our SQL does not know, and so has no name of ours.
select source_file, min(source_row) as source_row, measure
from tidy
where not regexp_full_match(measure, '[a-z0-9_]+')
group by source_file, measure
order by source_file, source_row, measure
