-- One row per area and reference date: the chosen authorities, England, and every other authority behind them.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
-- What is drawn is in `shown`: the published figure, its difference from England's published figure, its index
-- (the same area's figure of the base year is 100, within one unbroken stretch of the series), or its rank from the
-- lowest, 1.
with

chosen as (
    select authority.dfe_code, authority.area_code as asked_code, authority.name as asked_name, asked.position
    from (select unnest($authorities) as area_code, generate_subscripts($authorities, 1) as position) as asked
    inner join authority using (area_code)
),

broken as (
    select list(to_period_end) as broken_on from series_break where indicator_id = $indicator
),

figures as (
    select
        observation.*,
        coalesce(authority.tiny = 'yes', false) as tiny,
        coalesce(list_count(list_filter(broken.broken_on, lambda day: day <= observation.period_end)), 0) as segment,
    from observation
    left join authority on authority.dfe_code = observation.dfe_code
    cross join broken
    where observation.indicator_id = $indicator
),

returns as (
    -- the figures of each authority: its own, and those of the joint return it is part of, from the first of these
    select figures.*, figures.dfe_code as member_code
    from figures
    where area_level = 'authority'

    union all

    select figures.*, joint_return.member_code
    from figures
    inner join joint_return using (area_code)
    where figures.period_end >= joint_return.first_period_end
),

rows as (
    select 'chosen' as role, chosen.position, chosen.asked_code, chosen.asked_name, returns.* exclude (member_code)
    from returns
    inner join chosen on chosen.dfe_code = returns.member_code

    union all

    select 'england', 0, area_code, area_name, figures.*
    from figures
    where area_level = 'england'

    union all

    select 'context', 0, area_code, area_name, figures.*
    from figures
    where
        area_level in ('authority', 'joint return')
        and area_code not in (
            select returns.area_code from returns inner join chosen on chosen.dfe_code = returns.member_code
        )
),

england as (
    select period_end, value as england_value from figures where area_level = 'england'
),

bases as (
    select role, asked_code, area_code, segment, value as base_value
    from rows
    where year(period_end) = $base and value <> 0
),

ranks as (
    -- very small authorities have no rank; a joint return has one, its members none
    select
        area_code,
        period_end,
        rank() over (partition by period_end order by value) as rank,
        count(*) over (partition by period_end) as ranked_of,
    from figures
    where
        area_level in ('authority', 'joint return')
        and not tiny
        and value is not null
        and (select ranked from indicator where indicator_id = $indicator)
        and not exists (
            from joint_return
            where
                joint_return.member_code = figures.dfe_code
                and figures.period_end >= joint_return.first_period_end
                and joint_return.area_code in (select area_code from figures)
        )
),

notes as (
    select
        returns.area_code,
        point_note.period_end,
        string_agg(distinct point_note.note, ' ' order by point_note.note) as note,
        bool_or(point_note.kind = 'unusual_value') as unusual,
    from point_note
    inner join returns
        on returns.member_code = point_note.dfe_code
        and returns.period_end = point_note.period_end
    where point_note.indicator_id = $indicator
    group by all

    union all

    -- what concerns every authority is noted once, with England
    select
        figures.area_code,
        figures.period_end,
        string_agg(point_note.note || if(point_note.area_code is null, ' (All authorities.)', ''), ' '),
        false,
    from point_note
    inner join figures
        on figures.period_end = point_note.period_end
        and coalesce(point_note.area_code, figures.area_code) = figures.area_code
    where point_note.indicator_id = $indicator and point_note.dfe_code is null and figures.area_level = 'england'
    group by all
),

measured as (
    select
        rows.*,
        england_value,
        base_value,
        ranks.rank,
        ranks.ranked_of,
        case $measure
            when 'difference' then rows.value - england_value
            when 'index' then 100 * rows.value / base_value
            when 'rank' then ranks.rank
            else rows.value
        end as shown,
    from rows
    left join england using (period_end)
    left join bases using (role, asked_code, area_code, segment)
    left join ranks using (area_code, period_end)
)

select
    measured.role,
    measured.position,
    measured.asked_code,
    measured.asked_name,
    measured.area_code,
    measured.area_name,
    measured.area_level,
    measured.period_end,
    measured.value,
    measured.status,
    measured.shown,
    case
        when measured.status <> 'published' or measured.shown is not null then measured.status
        when $measure = 'difference' then 'no_england'
        when $measure = 'rank' then 'not_ranked'
        else 'no_base'
    end as shown_status,
    measured.england_value,
    measured.base_value,
    measured.rank,
    measured.ranked_of,
    measured.derived,
    measured.tiny,
    coalesce(notes.note, '') as note,
    coalesce(notes.unusual, false) as unusual,
    measured.segment,
    measured.source_file,
    measured.source_row,
from measured
left join notes using (area_code, period_end)
where year(measured.period_end) between $first and $last
order by measured.role, measured.position, measured.asked_name, measured.asked_code, measured.period_end
