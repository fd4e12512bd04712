-- One row per phase of each government intervention in an authority's children's services, in order.
-- `known_to` is as far as the phase is evidenced: its end, or the last dated step of the intervention itself
-- (not of Ofsted, nor of other services); `last_reported` is the last that is known of the intervention at all.
with

last_steps as (
    select
        intervention_id,
        max(event_on) filter (scope = 'social_care' and kind <> 'ofsted_context') as event_on,
        max(event_on) as reported_on,
    from intervention_event
    where happened = 'happened' and intervention_id is not null
    group by intervention_id
)

select
    intervention.intervention_id,
    intervention_phase.phase,
    intervention_phase.title,
    intervention_phase.began_on,
    intervention_phase.began_precision,
    intervention_phase.ended_on,
    intervention_phase.ended_precision,
    coalesce(
        intervention_phase.ended_on, greatest(last_steps.event_on, intervention_phase.began_on)
    ) as known_to,
    coalesce(greatest(last_steps.reported_on, intervention_phase.began_on), intervention_phase.began_on)
        as last_reported,
    authority.closed_on,
    case when intervention_phase.ended_on is null then intervention.state else 'ended' end as state,
    intervention.scope,
    coalesce(intervention.trigger, '') as trigger,
    intervention.source_url_began,
    coalesce(intervention.source_url_ended, '') as source_url_ended,
    intervention_phase.confidence,
    concat_ws(' ', intervention_phase.note, intervention.note) as note,
from intervention
inner join authority using (dfe_code)
inner join intervention_phase using (intervention_id)
left join last_steps using (intervention_id)
where authority.area_code = $authority and intervention.scope in ('social_care', 'mixed')
order by intervention_phase.began_on, intervention.intervention_id
