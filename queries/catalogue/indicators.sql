-- One row per chosen indicator, in the order asked: what it means, and the date it refers to.
with

asked as (
    select unnest($indicators) as indicator_id, generate_subscripts($indicators, 1) as position
),

dates as (
    select indicator_id, max(period_end) as last_period_end
    from observation_edition
    where indicator_id in $indicators
    group by indicator_id
)

select
    indicator.indicator_id,
    indicator.title,
    indicator.short_title,
    indicator.topic,
    indicator.unit,
    indicator.measure,
    indicator.decimals,
    indicator.better,
    indicator.better_reason,
    indicator.basis,
    case indicator.basis when 'snapshot' then 'at ' else 'year to ' end
    || strftime(dates.last_period_end, '%-d %B') as reference,
    indicator.definition,
    indicator.caveats,
from asked
inner join indicator using (indicator_id)
inner join dates using (indicator_id)
order by asked.position
