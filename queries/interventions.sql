-- One row per phase of each government intervention in an authority's children's services, in order.
select
    intervention.intervention_id,
    intervention_phase.phase,
    intervention_phase.title,
    intervention_phase.began_on,
    intervention_phase.began_precision,
    intervention_phase.ended_on,
    intervention_phase.ended_precision,
    intervention.began_on as spell_began_on,
    intervention.began_precision as spell_began_precision,
    intervention.ended_on as spell_ended_on,
    intervention.ended_precision as spell_ended_precision,
    intervention.state,
    intervention.scope,
    intervention.trigger,
    intervention.source_url_began,
    intervention.source_url_ended,
    intervention_phase.confidence,
    intervention.confidence as spell_confidence,
    coalesce(intervention.note, '') as note,
from intervention
inner join authority using (dfe_code)
inner join intervention_phase using (intervention_id)
where authority.area_code = $authority
order by intervention_phase.began_on
