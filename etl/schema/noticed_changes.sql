-- What stands out among changes to the newest figure: the largest of its own and those against England's. A change is one that a headline may tell (findings.sql) over one year or five, or since
-- the break; the tests are those of queries/england/change.sql, over all pairs of figures that may be compared.
insert into noticed by name
with

pairs as (
    select
        figure_pair.*,
        indicator.ranked,
        from_denominator > 0 and to_denominator > 0 as sized,
        figure_pair.unit = 'per 10,000' as relative,
        if(
            relative,
            series_error(factor, usual, poisson, 2),
            share_error(
                (from_value * from_denominator + to_value * to_denominator) / (from_denominator + to_denominator),
                1 / from_denominator + 1 / to_denominator
            )
        ) as error,
        ln(nullif(to_value, 0) / nullif(from_value, 0)) as ratio,
        ln(nullif(england_to, 0) / nullif(england_from, 0)) as england_ratio,
    from figure_pair
    left join dispersion using (indicator_id)
    inner join going_on as indicator using (indicator_id)
    where
        figure_pair.unit in ('%', 'per 10,000')
        and topic <> 'context'
        and figure_pair.newest
        and fixed
        and not small
        and not no_end
),

tested as (
    select
        *,
        if(relative, ratio, moved) / error as z,
        if(relative, ratio - england_ratio, moved - (england_to - england_from)) / error as z_england,
        chance_of(z) as p,
        chance_of(z_england) as p_england,
    from pairs
    where error > 0 and sized
),

controlled as (
    select
        *,
        count(p) over () as tested_of,
        p / cume_dist() over (partition by p is null order by p) as step,
        p_england / cume_dist() over (partition by p_england is null order by p_england) as step_england,
    from tested
),

judged as (
    select
        *,
        min(step) over (order by p desc) as q,
        min(step_england) over (order by p_england desc) as q_england,
    from controlled
),

yearly as (
    -- all changes from one year to the next since the break, flagged figures too: none may be larger
    select area_code, indicator_id, max(abs(a_year)) as largest, count(a_year) as years
    from (
        select
            area_code,
            indicator_id,
            if(
                lag(segment) over series = segment and period_end - lag(period_end) over series <= 550,
                value - lag(value) over series,
                null
            ) as a_year,
        from found_observation
        where
            asked_code = area_code
            and area_level = 'authority'
            and (area_code, indicator_id) in (select (area_code, indicator_id) from judged where one_year and q <= 0.05)
        window series as (partition by area_code, indicator_id order by period_end)
    )
    group by area_code, indicator_id
),

told as (
    select judged.*, finding.england_base is not null as as_england
    from judged
    inner join finding using (area_code, indicator_id, from_period_end, to_period_end)
    where not finding.peak
)

select
    area_code as place_code,
    indicator_id,
    'largest_change' as kind,
    sign(moved) as direction,
    to_period_end as period_end,
    from_period_end,
    to_value as value,
    'published' as status,
    from_value,
    null as compared,
    england_to as england_value,
    england_from,
    yearly.years as counted,
    if(relative, 'series', 'binomial') as test,
    z,
    p,
    q,
    tested_of,
from told
inner join yearly using (area_code, indicator_id)
where one_year and q <= 0.05 and yearly.years >= 5 and abs(moved) >= yearly.largest

union all by name

select
    area_code as place_code,
    indicator_id,
    'against_england' as kind,
    sign(z_england) as direction,
    to_period_end as period_end,
    from_period_end,
    to_value as value,
    'published' as status,
    from_value,
    to_value - from_value - (england_to - england_from) as compared,
    england_to as england_value,
    england_from,
    if(relative, 'series', 'binomial') as test,
    z_england as z,
    p_england as p,
    q_england as q,
    tested_of,
from told
-- the same way as England, and as much of it, is no fact of the place; nor is any where authorities record differently
where q <= 0.05 and q_england <= 0.05 and not as_england and ranked
-- of several windows the longest
qualify row_number() over (partition by area_code, indicator_id order by from_period_end) = 1;
