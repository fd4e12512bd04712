-- One row per area, indicator and reference date that gives a figure: what the answers are made of.
select
    asked_code,
    area_name,
    indicator_id,
    period_end,
    value,
    segment,
    rank,
    ranked_of,
from found_observation
where
    asked_code in $areas
    and indicator_id in $indicators
    and status = 'published'
order by indicator_id, asked_code, period_end
