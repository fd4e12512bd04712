-- One row per authority or joint return and reference date without a figure, with the reason, by name and date.
select
    area_name,
    period_end,
    status,
    note,
from found_observation
where
    indicator_id = $indicator
    and asked_code = area_code
    and area_level in ('authority', 'joint return')
    and status <> 'published'
order by area_name, period_end
