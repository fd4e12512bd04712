-- One row per other authority or joint return with a published figure at the dates that enter, which are those at
-- which the chosen authority has one: whether it belongs to the comparison group around an event, or why not.
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
    from (select distinct period_start, period_end from observation where indicator_id = $indicator) as seen
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

around as (
    select dates.*
    from dates
    inner join observation using (period_end)
    where
        observation.indicator_id = $indicator
        and observation.area_code = $authority
        and observation.status = 'published'
),

reach as (
    select min(period_start) as from_on, max(period_end) as to_on from around
),

returns as (
    -- the authorities behind each area of which figures are published: two behind a joint return
    select area_code, dfe_code from authority

    union all

    select area_code, member_code as dfe_code from joint_return
),

own as (
    select area_code
    from returns
    where dfe_code = (select dfe_code from authority where area_code = $authority)
),

spells as (
    -- an end that is not known counts as never, an approximate one as its last possible day
    select
        carrier.carried_by as dfe_code,
        intervention.began_on,
        case intervention.ended_precision
            when 'year' then make_date(year(intervention.ended_on), 12, 31)
            when 'month' then last_day(intervention.ended_on)
            else coalesce(intervention.ended_on, date '2999-12-31')
        end as ended_on,
    from intervention
    inner join carrier using (dfe_code)
),

under_intervention as (
    select distinct returns.area_code
    from returns
    inner join spells using (dfe_code)
    cross join reach
    where spells.began_on <= reach.to_on and spells.ended_on >= reach.from_on
),

others as (
    select
        observation.area_code,
        observation.area_name,
        count(*) filter (around.side = 'before') as points_before,
        count(*) filter (around.side = 'after') as points_after,
    from observation
    inner join around using (period_end)
    where
        observation.indicator_id = $indicator
        and observation.status = 'published'
        and observation.area_level in ('authority', 'joint return')
        and observation.area_code not in (from own)
    group by observation.area_code, observation.area_name
)

select
    others.area_code,
    others.area_name,
    others.points_before,
    others.points_after,
    case
        when area.tiny then 'very small'
        when under_intervention.area_code is not null then 'under intervention'
        when least(others.points_before, others.points_after) < 2 then 'too few figures'
        else 'in the group'
    end as place,
from others
inner join area using (area_code)
left join under_intervention using (area_code)
order by others.area_name
