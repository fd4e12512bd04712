-- One row per dated step of the government's interventions in children's services, all authorities of a region.
select
    intervention_event.event_id,
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    authority.region_name,
    coalesce(intervention_event.intervention_id, '') as intervention_id,
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
left join region on region.area_code = authority.region_code
where $region in ('all', authority.region_code, region.parent_code)
order by intervention_event.event_on, intervention_event.event_id
