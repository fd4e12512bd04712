-- One row per event of an intervention that happened wholly before the intervention began or after it ended.
-- A date of month or year precision stands for each of its days: it is compared by its first and its last.
with

dated as (
    select
        intervention_event.event_id,
        intervention_event.intervention_id,
        intervention_event.event_on,
        intervention.began_on,
        intervention.ended_on,
        case intervention_event.date_precision
            when 'year' then make_date(year(intervention_event.event_on), 12, 31)
            when 'month' then last_day(intervention_event.event_on)
            else intervention_event.event_on
        end as last_on,
        case intervention.ended_precision
            when 'year' then make_date(year(intervention.ended_on), 12, 31)
            when 'month' then last_day(intervention.ended_on)
            else intervention.ended_on
        end as spell_last_on
    from intervention_event
    inner join intervention
        on intervention_event.intervention_id = intervention.intervention_id
    where
        intervention_event.happened = 'happened'
        and intervention_event.scope = 'social_care'
)

select
    event_id,
    intervention_id,
    event_on,
    began_on,
    ended_on
from dated
where
    last_on < began_on
    or event_on > spell_last_on
order by event_id
