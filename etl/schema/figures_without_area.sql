-- One row per area of a tidy table that the reference data does not know.
select distinct source_id, area_code
from figure
where area_code not in (select area_code from area)
order by all
