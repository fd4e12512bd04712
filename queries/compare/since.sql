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

aligned as (
    select
        if(chosen.dfe_code is null, 'context', 'chosen') as role,
        coalesce(chosen.position, 0) as position,
        authority.dfe_code,
        authority.area_code as asked_code,
        authority.plain_name as asked_name,
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
    coalesce(found.area_code, aligned.asked_code) as area_code,
    coalesce(found.area_name, aligned.asked_name) as area_name,
    coalesce(found.area_level, 'authority') as area_level,
    found.period_end,
    date_diff('day', aligned.event_on, found.period_end) / 365.25 as years_since,
    found.value,
    coalesce(found.status, 'not_available') as status,
    found.value as shown,
    coalesce(found.status, 'not_available') as shown_status,
    coalesce(found.derived, false) as derived,
    aligned.tiny,
    coalesce(found.note, '') as note,
    coalesce(found.unusual, false) as unusual,
    coalesce(found.segment, 0) as segment,
    coalesce(found.source_file, '') as source_file,
    found.source_row,
from aligned
left join found_observation as found
    on found.asked_code = aligned.asked_code
    and aligned.event_on is not null
    and found.indicator_id = $indicator
    and found.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
where aligned.role = 'chosen' or found.area_level = 'authority'
order by aligned.role, aligned.position, aligned.asked_name, found.period_end
