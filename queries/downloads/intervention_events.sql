-- One row per dated step of the government's intervention in the chosen authorities' children's services.
select
    intervention_event.event_id,
    coalesce(intervention_event.intervention_id, '') as intervention_id,
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    intervention_event.event_on,
    cast(intervention_event.date_precision as varchar) as date_precision,
    intervention_event.kind,
    intervention_event.scope,
    intervention_event.happened,
    intervention_event.title,
    coalesce(intervention_event.detail, '') as detail,
    intervention_event.source_title,
    intervention_event.source_url,
    cast(intervention_event.confidence as varchar) as confidence,
    coalesce(intervention_event.note, '') as note,
from intervention_event
inner join authority using (dfe_code)
where authority.area_code in $areas
order by authority.name, intervention_event.event_on, intervention_event.event_id
