-- One row per area and reference date, as the publications stood when an edition came out: the chosen authorities,
-- England, and on request every other. A member of a joint return is answered with the joint return. `shown` is the figure, its difference from
-- England's of the same edition, or its index; a rank among all authorities is not made again for past editions.
with

chosen as (
    select unnest($authorities) as asked_code, generate_subscripts($authorities, 1) as position
),

then_newest as (
    from figure_as_of($indicator, $edition)
),

broken as (
    select list(to_period_end) as broken_on from series_break where indicator_id = $indicator
),

asked as (
    select asked_code, position, asked_code as area_code, date '1900-01-01' as first_on from chosen

    union all

    select chosen.asked_code, chosen.position, joint_return.area_code, joint_return.first_period_end
    from chosen
    inner join authority on authority.area_code = chosen.asked_code
    inner join joint_return on joint_return.member_code = authority.dfe_code

    union all

    select area_code, 0, area_code, date '1900-01-01' from region where level = 'england'
),

answers as (
    from asked

    union all

    select area.area_code, 0, area.area_code, date '1900-01-01'
    from area
    where $context and area.area_level not in ('england', 'region') and area.area_code not in (
        select area_code from asked
    )
),

england as (
    select then_newest.period_end, then_newest.value as england_value
    from then_newest
    inner join region on region.area_code = then_newest.area_code and region.level = 'england'
),

figures as (
    select
        then_newest.*,
        answers.asked_code,
        answers.position,
        named.plain_name as asked_name,
        area.name as area_name,
        area.tiny,
        england.england_value,
        coalesce(len(list_filter(broken.broken_on, lambda day: day <= then_newest.period_end)), 0) as segment,
    from then_newest
    inner join answers on answers.area_code = then_newest.area_code and then_newest.period_end >= answers.first_on
    inner join area on area.area_code = then_newest.area_code
    inner join area as named on named.area_code = answers.asked_code
    left join england on england.period_end = then_newest.period_end
    cross join broken
),

bases as (
    select asked_code, area_code, segment, value as base_value
    from figures
    where year(period_end) = $base and value <> 0
),

measured as (
    select
        figures.*,
        bases.base_value,
        case $measure
            when 'difference' then value - england_value
            when 'index' then 100 * value / base_value
            when 'rank' then null
            else value
        end as shown,
    from figures
    left join bases using (asked_code, area_code, segment)
)

select
    case when area_level = 'england' then 'england' when position > 0 then 'chosen' else 'context' end as role,
    position,
    asked_code,
    asked_name,
    measured.area_code,
    area_name,
    area_level,
    measured.period_end,
    value,
    status,
    numerator,
    denominator,
    shown,
    case
        when status <> 'published' or shown is not null then status
        when $measure = 'difference' then 'no_england'
        when $measure = 'rank' then 'not_ranked'
        else 'no_base'
    end as shown_status,
    england_value,
    base_value,
    null as rank,
    null as ranked_of,
    null as rank_low,
    null as rank_high,
    derived,
    tiny,
    coalesce(notes.note, '') as note,
    coalesce(notes.unusual, false) as unusual,
    segment,
    edition,
    source_id,
    source_file,
    source_row,
from measured
left join (
    select area_code, period_end, note, unusual
    from found_observation
    where indicator_id = $indicator and asked_code = area_code
) as notes on notes.area_code = measured.area_code and notes.period_end = measured.period_end
where measured.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
order by role, position, asked_name, asked_code, measured.period_end
