-- One row per reference date around an event: an authority, its statistical neighbours, and the comparison group.
-- Differences are between changes, each from the mean before the event; the same is asked of every authority of
-- the group, each against the rest of it (the placebos). Columns from points_before on are the same in every row.
with

event as (
    select cast($event_from as date) as first_on, cast($event_to as date) as last_on
),

dates as (
    -- the reference dates within reach, in the event's own stretch of the series: none lies beyond a break
    select
        seen.period_start,
        seen.period_end,
        year(seen.period_end) - year(event.first_on)
        - cast(strftime(seen.period_end, '%m%d') < strftime(event.first_on, '%m%d') as integer) as years_since,
        case
            when seen.period_end < event.first_on then 'before'
            when seen.period_start >= event.last_on then 'after'
            else 'during'
        end as side,
    from (select distinct period_start, period_end from found_observation where indicator_id = $indicator) as seen
    cross join event
    where
        abs(years_since) <= $span
        and not exists (
            select 1
            from series_break
            where
                indicator_id = $indicator
                and (from_period_end < event.first_on) <> (from_period_end < seen.period_end)
        )
),

published as (
    -- dates enter at which the authority itself has a published figure
    select
        observation.area_code,
        observation.area_code = $authority as is_chosen,
        observation.area_code in cast($group as varchar[]) as is_member,
        observation.period_end,
        dates.years_since,
        dates.side,
        observation.value,
        bool_or(is_chosen) over (partition by observation.period_end) as enters,
    from observation
    inner join dates using (period_end)
    where observation.indicator_id = $indicator and observation.status = 'published'
),

changes as (
    select
        area_code,
        is_chosen,
        period_end,
        years_since,
        side,
        value - avg(value) filter (side = 'before') over (partition by area_code) as change,
    from published
    where enters and (is_chosen or is_member)
),

against as (
    -- each against the mean change of the group; a member is no part of what it is set against
    select
        *,
        sum(change) filter (not is_chosen) over at_date - if(is_chosen, 0, change) as sum_of_others,
        count(*) filter (not is_chosen) over at_date - if(is_chosen, 0, 1) as number_of_others,
    from changes
    window at_date as (partition by period_end)
),

differences as (
    select
        *,
        sum_of_others / nullif(number_of_others, 0) as comparison_change,
        change - comparison_change as difference,
    from against
),

placebos_by_date as (
    select
        others.period_end,
        quantile_cont(others.difference, 0.025) as placebo_low,
        quantile_cont(others.difference, 0.975) as placebo_high,
        count(others.difference) as placebo_of,
        count(*) filter (abs(others.difference) >= abs(own.difference) - 1e-9) as placebo_larger,
    from differences as others
    inner join differences as own on own.is_chosen and own.period_end = others.period_end
    where not others.is_chosen
    group by others.period_end
),

by_area as (
    select
        area_code,
        is_chosen,
        avg(difference) filter (side = 'after') as after,
        case when count(difference) filter (side = 'before') >= 2
            then regr_slope(difference, years_since) filter (side = 'before') end as slope,
    from differences
    group by area_code, is_chosen
),

placebos as (
    select
        any_value(own.after) as after_difference,
        any_value(own.slope) as before_slope,
        quantile_cont(others.after, 0.025) as after_low,
        quantile_cont(others.after, 0.975) as after_high,
        count(others.after) as after_of,
        count(*) filter (abs(others.after) >= abs(own.after) - 1e-9) as after_larger,
        count(others.slope) as slope_of,
        count(*) filter (abs(others.slope) >= abs(own.slope) - 1e-9) as slope_steeper,
    from by_area as others
    inner join by_area as own on own.is_chosen
    where not others.is_chosen
),

neighbour_area as (
    -- a neighbour that makes a joint return is answered with it, once
    select distinct found_observation.area_code
    from member
    inner join found_observation on found_observation.asked_code = member.area_code
    semi join published on published.area_code = found_observation.area_code
    where
        member.group_id = 'neighbours'
        and member.of_code = $authority
        and member.model = $model
        and found_observation.indicator_id = $indicator
),

levels as (
    select
        period_end,
        median(value) filter (area_code in (from neighbour_area)) as neighbours_median,
        avg(value) filter (area_code in (from neighbour_area)) as neighbours_mean,
        count(*) filter (area_code in (from neighbour_area)) as neighbours_n,
        avg(value) filter (is_member) as comparison_mean,
        count(*) filter (is_member) as comparison_n,
    from published
    group by period_end
)

select
    dates.years_since,
    dates.period_start,
    dates.period_end,
    dates.side,
    chosen.value,
    coalesce(chosen.status, 'not_available') as status,
    coalesce(chosen.note, '') as note,
    coalesce(chosen.unusual, false) as unusual,
    chosen.numerator,
    chosen.denominator,
    coalesce(chosen.small, false) as small,
    coalesce(chosen.source_file, '') as source_file,
    chosen.source_row,
    levels.neighbours_median,
    levels.neighbours_mean,
    coalesce(levels.neighbours_n, 0) as neighbours_n,
    levels.comparison_mean,
    coalesce(levels.comparison_n, 0) as comparison_n,
    len(cast($group as varchar[])) as comparison_of,
    own.change,
    own.comparison_change,
    own.difference,
    placebos_by_date.placebo_low,
    placebos_by_date.placebo_high,
    coalesce(placebos_by_date.placebo_of, 0) as placebo_of,
    coalesce(placebos_by_date.placebo_larger, 0) as placebo_larger,
    dates.years_since
    + ((event.first_on - dates.period_end) + (event.last_on - dates.period_end)) / 2 / 365.25 as event_at,
    count(chosen.value) filter (dates.side = 'before') over () as points_before,
    count(chosen.value) filter (dates.side = 'after') over () as points_after,
    placebos.after_difference,
    placebos.after_low,
    placebos.after_high,
    placebos.after_of,
    placebos.after_larger,
    placebos.before_slope,
    placebos.slope_of,
    placebos.slope_steeper,
from dates
cross join event
cross join placebos
left join found_observation as chosen
    on chosen.indicator_id = $indicator
    and chosen.asked_code = $authority
    and chosen.area_code = $authority
    and chosen.period_end = dates.period_end
left join levels on levels.period_end = dates.period_end
left join differences as own on own.is_chosen and own.period_end = dates.period_end
left join placebos_by_date on placebos_by_date.period_end = dates.period_end
order by dates.period_end
