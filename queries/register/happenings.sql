-- One row per other event that matters to services or to figures: published reviews, policy, law, frameworks.
select
    event.event_id,
    event.event_on,
    cast(event.date_precision as varchar) as date_precision,
    event.scope,
    event.kind,
    coalesce(authority.area_code, '') as area_code,
    coalesce(authority.name, 'England') as authority_name,
    event.title,
    coalesce(event.detail, '') as detail,
    event.source_title,
    coalesce(event.source_url, '') as source_url,
    cast(event.confidence as varchar) as confidence,
from event
left join authority using (dfe_code)
left join region on region.area_code = authority.region_code
where
    event.nation = 'England'
    and (event.scope = 'national' or $region in ('all', authority.region_code, region.parent_code))
order by event.event_on desc, event.event_id
