-- One row per figure that a tidy table gives twice.
select source_id, measure, area_code, period_end, edition
from figure
group by all
having count(*) > 1
order by all
