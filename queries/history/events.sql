-- One row per event that may explain a step in a line: those of the authority, and national ones where asked.
select
    event.event_on,
    event.date_precision,
    event.scope,
    event.kind,
    event.title,
    coalesce(event.detail, '') as detail,
    event.source_title,
    coalesce(event.source_url, '') as source_url,
    event.confidence,
from event
left join authority using (dfe_code)
where
    event.nation = 'England'
    and (
        (list_contains($scopes, 'local') and authority.area_code = $authority)
        or (list_contains($scopes, 'national') and event.scope = 'national')
    )
    and event.event_on >= date '2009-01-01'
order by event.event_on, event.event_id
