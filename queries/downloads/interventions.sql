-- One row per phase of each government intervention in the chosen authorities' children's services.
select
    intervention.intervention_id,
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    intervention_phase.phase,
    intervention_phase.title,
    intervention_phase.began_on,
    cast(intervention_phase.began_precision as varchar) as began_precision,
    intervention_phase.ended_on,
    cast(intervention_phase.ended_precision as varchar) as ended_precision,
    case when intervention_phase.ended_on is null then intervention.state else 'ended' end as state,
    intervention.scope,
    coalesce(intervention.trigger, '') as trigger,
    intervention.source_url_began,
    coalesce(intervention.source_url_ended, '') as source_url_ended,
    cast(intervention_phase.confidence as varchar) as confidence,
    coalesce(intervention_phase.note, '') as note,
from intervention
inner join authority using (dfe_code)
inner join intervention_phase using (intervention_id)
where authority.area_code in $areas
order by authority.name, intervention_phase.began_on, intervention.intervention_id
