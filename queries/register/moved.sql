-- One row per authority whose children's services moved to a trust or a company, by the rule of etl/schema/moved.sql, the
-- first that moved first.
select
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    authority.region_name,
    services_moved.moved_on,
    cast(services_moved.date_precision as varchar) as date_precision,
    services_moved.title,
    services_moved.direction,
    services_moved.returned_on,
    services_moved.return_planned_for,
    services_moved.source_title,
    services_moved.source_url,
    cast(services_moved.confidence as varchar) as confidence,
from services_moved
inner join authority using (dfe_code)
left join region on region.area_code = authority.region_code
where $region in ('all', authority.region_code, region.parent_code)
order by services_moved.moved_on, authority.name
