-- One row per phase of each government intervention in an authority's children's services, in order.
-- `known_to` is as far as the phase is evidenced: its end, or the last dated step of the intervention itself
-- (not of Ofsted, nor of other services); `last_reported` is the last that is known of the intervention at all.
select
    intervention.intervention_id,
    intervention_phase.phase,
    intervention_phase.title,
    intervention_phase.began_on,
    intervention_phase.began_precision,
    intervention_phase.ended_on,
    intervention_phase.ended_precision,
    coalesce(
        intervention_phase.ended_on, greatest(last_step.step_on, intervention_phase.began_on)
    ) as known_to,
    coalesce(greatest(last_step.reported_on, intervention_phase.began_on), intervention_phase.began_on)
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
left join last_step using (intervention_id)
where authority.area_code = $authority and intervention.scope in ('social_care', 'mixed')
order by intervention_phase.began_on, intervention.intervention_id
