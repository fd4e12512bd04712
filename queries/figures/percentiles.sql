-- One row per chosen indicator and reference date: between which figures the authorities of England lie.
-- They are those that have a place among others: a joint return counts once and its members not, the very small ones are
-- left out, and what rounds to 0 counts as 0. An indicator whose rank has no sense, as a count, has no rows.
select
    indicator_id,
    period_end,
    quantile_cont(coalesce(value, 0), 0.1) as tenth,
    quantile_cont(coalesce(value, 0), 0.25) as lower_quarter,
    median(coalesce(value, 0)) as middle,
    quantile_cont(coalesce(value, 0), 0.75) as upper_quarter,
    quantile_cont(coalesce(value, 0), 0.9) as ninetieth,
    count(*) as authorities,
    any_value(segment) as segment,
from found_observation
where asked_code = area_code and place is not null and indicator_id in $indicators
group by indicator_id, period_end
order by indicator_id, period_end
