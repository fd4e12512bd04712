-- One row per indicator, area and reference date whose newest figure is not exactly one.
select
    indicator_id,
    area_code,
    period_end,
    count(*) filter (latest) as newest
from observation_edition
group by indicator_id, area_code, period_end
having newest <> 1
order by indicator_id, area_code, period_end
