-- One row per dated step of the government's intervention in an authority's children's services, in order.
select
    intervention_event.event_on,
    intervention_event.date_precision,
    intervention_event.kind,
    intervention_event.scope,
    intervention_event.happened,
    intervention_event.title,
    intervention_event.detail,
    intervention_event.source_title,
    intervention_event.source_url,
    intervention_event.confidence,
    coalesce(intervention_event.note, '') as note,
from intervention_event
inner join authority using (dfe_code)
where authority.area_code = $authority
order by intervention_event.event_on, intervention_event.event_id
