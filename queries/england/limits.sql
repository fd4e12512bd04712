-- One row per size at which the limits of `chance` are drawn: from the smallest denominator held on the date to the
-- largest, evenly on the scale of their root, on which a funnel's lines bend least.
with

sizes as (
    select min(denominator) as smallest, max(denominator) as largest
    from found_observation
    where
        indicator_id = $indicator
        and year(period_end) = $year
        and asked_code = area_code
        and area_level in ('authority', 'joint return')
        and status in ('published', 'rounds_to_zero')
        and denominator > 0
),

steps as (
    select pow(sqrt(smallest) + (sqrt(largest) - sqrt(smallest)) * step / 60, 2) as denominator
    from sizes
    cross join range(61) as steps (step)
)

select
    steps.denominator,
    funnel.target,
    greatest(target - 1.959964 * spread, 0) as lower_limit_95,
    least(target + 1.959964 * spread, highest) as upper_limit_95,
    greatest(target - 3.090232 * spread, 0) as lower_limit_998,
    least(target + 3.090232 * spread, highest) as upper_limit_998,
from funnel
inner join indicator using (indicator_id)
cross join steps
cross join lateral (
    select
        sqrt(funnel.factor) * chance_spread(unit, per, target, steps.denominator) as spread,
        if(unit = '%', 100, 'infinity'::double) as highest
)
where funnel.indicator_id = $indicator and year(funnel.period_end) = $year
order by steps.denominator
