-- One row per chosen indicator and reference date: the figure of England as published.
select
    observation.indicator_id,
    observation.area_code,
    observation.area_name,
    observation.period_end,
    observation.value,
    observation.status,
    coalesce(list_count(list_filter(broken.broken_on, lambda day: day <= observation.period_end)), 0) as segment,
from observation
left join (
    select indicator_id, list(to_period_end) as broken_on from series_break group by indicator_id
) as broken using (indicator_id)
where observation.area_level = 'england' and observation.indicator_id in $indicators
order by observation.indicator_id, observation.period_end
