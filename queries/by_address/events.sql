-- One row per event that matters to the figures or their reading, national or of one authority.
select
    event.event_id,
    event.scope,
    event.nation,
    authority.area_code,
    event.dfe_code,
    event.authority_name,
    event.event_on,
    cast(event.date_precision as varchar) as date_precision,
    event.kind,
    event.title,
    event.detail,
    event.source_title,
    event.source_url,
    cast(event.confidence as varchar) as confidence,
from event
left join authority using (dfe_code)
order by event.event_on, event.event_id
