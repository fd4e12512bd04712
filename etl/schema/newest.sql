-- One row per authority and indicator: its figure on the newest date, whatever its status, and its place among others.
-- The newest date is that of the indicator, for an authority that has ended its own last one. Where no figure is given
-- on it, `last_` tells of the last one that is. The range of a rank is told in rank_ranges.sql. A change is within one
-- unbroken stretch of the series of one area, and `change_refused` says why there is none.
create table newest_figure as
with

figures as (
    select found_observation.*
    from found_observation
    inner join authority on authority.area_code = found_observation.asked_code
),

dates as (
    select indicator_id, period_end, max(england_value) as england_value
    from found_observation
    group by indicator_id, period_end
),

due as (
    select
        figures.asked_code,
        figures.indicator_id,
        if(authority.closed_on is null, newest.period_end, max(figures.period_end)) as period_end,
    from figures
    inner join authority on authority.area_code = figures.asked_code
    inner join (select indicator_id, max(period_end) as period_end from dates group by indicator_id) as newest
        using (indicator_id)
    group by figures.asked_code, figures.indicator_id, authority.closed_on, newest.period_end
),

newest as (
    select
        due.asked_code,
        due.indicator_id,
        due.period_end,
        figures.* exclude (asked_code, indicator_id, period_end, status, small, england_value),
        coalesce(figures.status, 'not_available') as status,
        coalesce(figures.small, false) as small,
        dates.england_value,
    from due
    inner join dates using (indicator_id, period_end)
    left join figures using (asked_code, indicator_id, period_end)
),

known as (
    -- the last figure before one that is withheld
    select
        newest.asked_code,
        newest.indicator_id,
        max(figures.period_end) as period_end,
        arg_max(figures.status, figures.period_end) as status,
        max_by(struct_pack(value := figures.value), figures.period_end).value as value,
    from newest
    inner join figures
        on figures.asked_code = newest.asked_code
        and figures.indicator_id = newest.indicator_id
        and figures.period_end < newest.period_end
        and figures.status in ('published', 'rounds_to_zero')
    where newest.status not in ('published', 'rounds_to_zero')
    group by newest.asked_code, newest.indicator_id
),

compared as (
    select
        newest.asked_code,
        newest.indicator_id,
        newest.value - before.value as change,
        case
            when newest.status not in ('published', 'rounds_to_zero') then 'no_figure'
            when coalesce(before.status, 'none') not in ('published', 'rounds_to_zero') then 'gap'
            when before.segment <> newest.segment then 'break'
            when before.area_code <> newest.area_code then 'joint'
            when change is null then 'rounds_to_zero'
            else ''
        end as refused,
    from newest
    left join figures as before
        on before.asked_code = newest.asked_code
        and before.indicator_id = newest.indicator_id
        and before.period_end = newest.period_end - interval 1 year
)

select
    newest.asked_code as area_code,
    newest.indicator_id,
    newest.period_end,
    newest.value,
    newest.status,
    newest.numerator,
    newest.denominator,
    newest.lower_95,
    newest.upper_95,
    newest.england_value,
    known.period_end as last_period_end,
    known.value as last_value,
    known.status as last_status,
    if(compared.refused = '', compared.change, null) as change_year,
    compared.refused as change_refused,
    newest.segment,
    newest.area_code as figure_area_code,
    newest.rank,
    newest.ranked_of,
    if(newest.rank is null, null, rank_range.rank_low) as rank_low,
    if(newest.rank is null, null, rank_range.rank_high) as rank_high,
    newest.small,
from newest
left join compared using (asked_code, indicator_id)
left join known using (asked_code, indicator_id)
left join rank_range
    on rank_range.indicator_id = newest.indicator_id
    and rank_range.area_code = newest.area_code
    and rank_range.period_end = newest.period_end
order by area_code, newest.indicator_id;
