-- What stands out as the highest or lowest since a date: of the run of figures that ends with the newest and may be
-- compared with it, five at least in a row are all below it, or all above. `from_period_end` is that of the last that was
-- as far or farther; where none was, the first of the run, and `from_value` is none. It is beyond chance from the mean of
-- the others, `compared`, and as far from it as a headline asks of a change (findings.sql). Those that are neither count
-- as tested too: which ones are looked at was chosen by how far they are.
insert into noticed by name
with

others as (
    select
        figure_pair.*,
        row_number() over back as position,
        bool_and(to_value > from_value) over back as highest,
        bool_and(to_value < from_value) over back as lowest,
    from figure_pair
    inner join going_on as indicator using (indicator_id)
    where newest and figure_pair.unit in ('%', 'per 10,000') and topic <> 'context'
    window back as (partition by area_code, indicator_id order by from_period_end desc)
),

passed as (
    select
        area_code,
        indicator_id,
        any_value(unit) = 'per 10,000' as relative,
        any_value(to_period_end) as period_end,
        any_value(to_value) as value,
        any_value(england_to) as england_value,
        any_value(highest) as highest,
        min(from_period_end) as first_end,
        count(*) as counted,
        avg(from_value) as mean,
        (sum(from_value * from_denominator) + any_value(to_value * to_denominator))
        / (sum(from_denominator) + any_value(to_denominator)) as pooled,
        sum(1 / from_denominator) / pow(counted, 2) + 1 / any_value(to_denominator) as by_denominator,
        sum(1 / from_counted) / pow(counted, 2) + 1 / any_value(to_counted) as by_count,
        count(*) = count(from_denominator) and min(from_denominator) > 0 and min(to_denominator) > 0
        and (not relative or count(*) = count(from_counted) and min(least(from_counted, to_counted)) > 0) as sized,
        bool_or(small) as small,
        bool_and(no_end) as no_end,
    from others
    where highest or lowest
    group by area_code, indicator_id
    having counted >= 5
),

tested as (
    select
        passed.*,
        if(
            relative,
            series_error(factor, usual, by_count, 1 / counted + 1),
            share_error(pooled, by_denominator)
        ) as error,
        if(relative, ln(value / mean), value - mean) / error as z,
        chance_of(z) as p,
    from passed
    left join dispersion using (indicator_id)
    where sized and not small and not no_end and mean > 0 and value > 0 and error > 0
),

eligible as (
    select count(*) as tested_of from (
        select area_code from others group by area_code, indicator_id having count(*) >= 5
    )
),

controlled as (
    select tested.*, eligible.tested_of, p * eligible.tested_of / count(*) over (order by p) as step
    from tested
    cross join eligible
),

judged as (
    select *, min(step) over (order by p desc) as q from controlled
)

select
    judged.area_code as place_code,
    judged.indicator_id,
    'since' as kind,
    if(judged.highest, 1, -1) as direction,
    judged.period_end,
    coalesce(farther.from_period_end, judged.first_end) as from_period_end,
    judged.value,
    'published' as status,
    farther.from_value,
    judged.mean as compared,
    judged.england_value,
    judged.counted,
    if(judged.relative, 'series', 'binomial') as test,
    judged.z,
    judged.p,
    judged.q,
    judged.tested_of,
from judged
left join others as farther
    on farther.area_code = judged.area_code
    and farther.indicator_id = judged.indicator_id
    and farther.position = judged.counted + 1
where
    q <= 0.05
    and abs(judged.value - mean) >= 0.05 * mean
    and (judged.relative or abs(judged.value - mean) > 0.999);
