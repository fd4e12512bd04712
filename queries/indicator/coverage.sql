-- One row per reference date and status of an indicator: how many authorities and joint returns the files have with it.
select
    period_end,
    status,
    count(*) as areas,
from found_observation
where indicator_id = $indicator and asked_code = area_code and area_level in ('authority', 'joint return')
group by period_end, status
order by period_end, status
