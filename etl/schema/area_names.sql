-- One row per code or name, in lower case, by which a publisher's file calls an area of a level.
create view area_name as
select 'authority' as area_level, area.dfe_code as name, area.area_code
from area
where area.dfe_code is not null

union

select 'region' as area_level, lower(region.name) as name, region.area_code
from region
where region.level <> 'england'

union

select 'region' as area_level, lower(trim(other_name.name)) as name, other_name.area_code
from (
    select unnest(string_split(region.other_names, '|')) as name, region.area_code
    from region
    where region.level <> 'england'
) as other_name

union

select 'england' as area_level, lower(region.name) as name, region.area_code
from region
where region.level = 'england'
