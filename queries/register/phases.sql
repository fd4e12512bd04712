-- One row per phase of each government intervention in children's services, by authority and in order.
-- `known_to` and `last_reported` are as for spells; an open phase is known as far as its intervention is.
select
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    authority.region_name,
    authority.closed_on,
    intervention.intervention_id,
    intervention_phase.phase,
    intervention_phase.title,
    intervention_phase.began_on,
    cast(intervention_phase.began_precision as varchar) as began_precision,
    intervention_phase.ended_on,
    cast(intervention_phase.ended_precision as varchar) as ended_precision,
    coalesce(intervention_phase.ended_on, greatest(steps.step_on, intervention_phase.began_on)) as known_to,
    coalesce(greatest(steps.reported_on, intervention_phase.began_on), intervention_phase.began_on) as last_reported,
    case when intervention_phase.ended_on is null then intervention.state else 'ended' end as state,
    intervention.state as intervention_state,
    intervention.scope,
    coalesce(intervention.trigger, '') as trigger,
    intervention.source_url_began,
    coalesce(intervention.source_url_ended, '') as source_url_ended,
    cast(intervention_phase.confidence as varchar) as confidence,
    concat_ws(' ', intervention_phase.note, intervention.note) as note,
from intervention
inner join authority using (dfe_code)
inner join intervention_phase using (intervention_id)
left join region on region.area_code = authority.region_code
left join last_step as steps using (intervention_id)
where
    intervention.scope in ('social_care', 'mixed')
    and $region in ('all', authority.region_code, region.parent_code)
order by authority.name, intervention_phase.began_on, intervention.intervention_id
