-- One row per source row about an area that the reference data does not know.
select source_file, source_row, any_value(coalesce(area_level, 'level?') || ' ' || area_as_published) as area
from tidy
where area_code is null
group by source_file, source_row
order by source_file, source_row
