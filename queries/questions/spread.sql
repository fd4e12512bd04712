-- One row: how the figures of all authorities lie on the newest date of an indicator, each once, the very small left out,
-- and how many are above each of three numbers.
with

newest as (
    select max(period_end) as period_end from found_observation where indicator_id = $indicator
)

select
    period_end,
    count(*) as authorities,
    min(value) as lowest,
    max(value) as highest,
    count(*) filter (value > 20) as above_20,
    count(*) filter (value > 25) as above_25,
    count(*) filter (value > 30) as above_30,
from found_observation
inner join newest using (period_end)
where
    indicator_id = $indicator
    and asked_code = area_code
    and area_level in ('authority', 'joint return')
    and not tiny
    and status = 'published'
group by period_end
