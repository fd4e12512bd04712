-- One row per chosen indicator, turn and moment: the figures around the beginning and the end of an authority's last
-- intervention. A moment is the last reference date before the turn, the first after it, or the newest.
-- A turn known by its month or year is a span: a date within it is neither before nor after. Where no figure is given on
-- the date of a moment, `known_` tells of the nearest one further from the turn; of the newest, of the last before it.
-- A figure that a break in the series divides from the newest, or that is of another area, is refused.
with

spell as (
    select intervention.*
    from intervention
    inner join authority using (dfe_code)
    where authority.area_code = $authority and intervention.scope in ('social_care', 'mixed')
    order by began_on desc
    limit 1
),

turns as (
    select 'began' as turn, began_on as turned_on, began_precision as turned_precision from spell
    union all
    select 'ended', ended_on, ended_precision from spell where ended_on is not null
),

spans as (
    select
        *,
        cast(date_trunc(cast(turned_precision as varchar), turned_on) as date) as first_on,
        case turned_precision
            when 'year' then make_date(year(turned_on), 12, 31)
            when 'month' then last_day(turned_on)
            else turned_on
        end as last_on,
    from turns
),

sides as (
    select
        spans.* exclude (first_on, last_on),
        if(found.period_end < spans.first_on, 'before', 'after') as moment,
        greatest(spans.first_on - found.period_end, found.period_end - spans.last_on) as days_away,
        found.period_start <= spans.last_on and moment = 'after' as straddles,
        found.status in ('published', 'rounds_to_zero') as known,
        found.indicator_id,
        found.period_end,
        found.value,
        found.status,
        found.segment,
        found.area_code,
    from found_observation as found
    cross join spans
    where
        found.asked_code = $authority
        and found.indicator_id in $indicators
        and found.period_end not between spans.first_on and spans.last_on
),

nearest as (
    select *
    from sides
    qualify row_number() over (partition by indicator_id, turn, moment order by days_away) = 1
),

nearest_known as (
    select *
    from sides
    where known
    qualify row_number() over (partition by indicator_id, turn, moment order by days_away) = 1
),

newest as (
    from newest_figure where area_code = $authority and indicator_id in $indicators
),

moments as (
    select
        nearest.* exclude (days_away, known),
        nearest_known.period_end as known_end,
        nearest_known.value as known_value,
        nearest_known.status as known_status,
        case
            when nearest_known.segment <> newest.segment then 'break'
            when nearest_known.area_code <> newest.figure_area_code then 'joint'
            else ''
        end as refused,
    from nearest
    left join nearest_known using (indicator_id, turn, moment)
    inner join newest using (indicator_id)

    union all by name

    select
        spans.* exclude (first_on, last_on),
        'newest' as moment,
        false as straddles,
        newest.indicator_id,
        newest.period_end,
        newest.value,
        newest.status,
        if(newest.status in ('published', 'rounds_to_zero'), newest.period_end, newest.last_period_end) as known_end,
        coalesce(newest.value, newest.last_value) as known_value,
        if(newest.status in ('published', 'rounds_to_zero'), newest.status, newest.last_status) as known_status,
        '' as refused,
    from newest
    cross join spans
)

select
    indicator_id,
    turn,
    turned_on,
    turned_precision,
    moment,
    period_end,
    value,
    status,
    known_end,
    known_value,
    known_status,
    straddles,
    refused,
from moments
order by indicator_id, turn, list_position(['before', 'after', 'newest'], moment)
