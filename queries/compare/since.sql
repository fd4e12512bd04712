-- One row per authority and reference date, with the years between that date and the authority's own event.
-- The event is the beginning or the end of its latest spell of government intervention in social care whose date is
-- known; known by its year alone, it is put in the middle of the year. A chosen authority without such an event is
-- answered with one row and no date.
with

chosen as (
    select authority.dfe_code, asked.position
    from (select unnest($authorities) as area_code, generate_subscripts($authorities, 1) as position) as asked
    inner join authority using (area_code)
),

dated as (
    select
        dfe_code,
        if($event = 'began', began_on, ended_on) as recorded_on,
        if($event = 'began', began_precision, ended_precision) as precision,
    from intervention
    where scope in ('social_care', 'mixed')
),

events as (
    select
        dfe_code,
        max(recorded_on) as recorded_on,
        arg_max(precision, recorded_on) as precision,
        if(arg_max(precision, recorded_on) = 'year', max(recorded_on) + interval 6 month, max(recorded_on)) as event_on,
        count(*) - 1 as earlier_events,
    from dated
    where recorded_on is not null
    group by dfe_code
),

figures as (
    select
        *,
        coalesce(list_count(list_filter(broken_on, lambda day: day <= period_end)), 0) as segment,
    from observation
    cross join (select list(to_period_end) as broken_on from series_break where indicator_id = $indicator)
    where indicator_id = $indicator and year(period_end) between $first and $last
),

returns as (
    select figures.*, figures.dfe_code as member_code
    from figures
    where area_level = 'authority'

    union all

    select figures.*, joint_return.member_code
    from figures
    inner join joint_return using (area_code)
    where figures.period_end >= joint_return.first_period_end
),

notes as (
    select
        dfe_code as member_code,
        period_end,
        string_agg(distinct note, ' ' order by note) as note,
        bool_or(kind = 'unusual_value') as unusual,
    from point_note
    where indicator_id = $indicator and dfe_code is not null
    group by all
),

aligned as (
    select
        if(chosen.dfe_code is null, 'context', 'chosen') as role,
        coalesce(chosen.position, 0) as position,
        authority.dfe_code,
        authority.area_code as asked_code,
        authority.name as asked_name,
        authority.tiny = 'yes' as tiny,
        events.* exclude (dfe_code),
    from authority
    left join chosen using (dfe_code)
    left join events using (dfe_code)
    where chosen.dfe_code is not null or events.dfe_code is not null
)

select
    aligned.role,
    aligned.position,
    aligned.asked_code,
    aligned.asked_name,
    aligned.recorded_on,
    coalesce(aligned.precision, '') as precision,
    aligned.event_on,
    coalesce(aligned.earlier_events, 0) as earlier_events,
    coalesce(returns.area_code, aligned.asked_code) as area_code,
    coalesce(returns.area_name, aligned.asked_name) as area_name,
    coalesce(returns.area_level, 'authority') as area_level,
    returns.period_end,
    date_diff('day', aligned.event_on, returns.period_end) / 365.25 as years_since,
    returns.value,
    coalesce(returns.status, 'not_available') as status,
    returns.value as shown,
    coalesce(returns.status, 'not_available') as shown_status,
    coalesce(returns.derived, false) as derived,
    aligned.tiny,
    coalesce(notes.note, '') as note,
    coalesce(notes.unusual, false) as unusual,
    coalesce(returns.segment, 0) as segment,
    coalesce(returns.source_file, '') as source_file,
    returns.source_row,
from aligned
left join returns on returns.member_code = aligned.dfe_code and aligned.event_on is not null
left join notes on notes.member_code = aligned.dfe_code and notes.period_end = returns.period_end
where aligned.role = 'chosen' or returns.area_level = 'authority'
order by aligned.role, aligned.position, aligned.asked_name, returns.period_end
