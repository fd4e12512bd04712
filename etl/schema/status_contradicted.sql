-- One row per figure of a tidy table with a value beside a status, or neither.
select source_id, measure, area_code, period_end, edition
from figure
where (status = 'published') <> (value is not null)
order by all
