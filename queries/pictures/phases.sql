-- One row per phase of intervention in the chosen authorities and dated step that shows it, in order: what the register
-- says of the phase, and the document of the step.
with

shown as (
    select
        intervention_id,
        began_on,
        unnest(string_split(event_ids, '|')) as event_id,
    from intervention_phase
)

select
    authority.area_code,
    authority.name as authority_name,
    intervention_phase.intervention_id,
    intervention_phase.title,
    intervention_phase.began_on,
    cast(intervention_phase.began_precision as varchar) as began_precision,
    intervention_phase.ended_on,
    cast(intervention_phase.ended_precision as varchar) as ended_precision,
    case when intervention_phase.ended_on is null then intervention.state else 'ended' end as state,
    coalesce(greatest(last_step.reported_on, intervention_phase.began_on), intervention_phase.began_on)
        as last_reported,
    cast(intervention_phase.confidence as varchar) as confidence,
    coalesce(intervention_phase.note, '') as note,
    coalesce(intervention.note, '') as intervention_note,
    intervention_event.event_id,
    intervention_event.event_on,
    cast(intervention_event.date_precision as varchar) as date_precision,
    coalesce(intervention_event.title, '') as step,
    coalesce(intervention_event.source_title, '') as source_title,
    coalesce(intervention_event.source_url, intervention.source_url_began) as source_url,
    coalesce(intervention_event.note, '') as step_note,
from intervention
inner join authority using (dfe_code)
inner join intervention_phase on intervention_phase.intervention_id = intervention.intervention_id
left join last_step on last_step.intervention_id = intervention_phase.intervention_id
left join shown
    on shown.intervention_id = intervention_phase.intervention_id and shown.began_on = intervention_phase.began_on
left join intervention_event on intervention_event.event_id = shown.event_id
where authority.area_code in $authorities and intervention.scope in ('social_care', 'mixed')
order by
    list_position($authorities, authority.area_code), intervention_phase.began_on, intervention_phase.intervention_id,
    intervention_event.event_on
