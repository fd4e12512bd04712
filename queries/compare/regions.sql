-- One row per region that has published figures of its own, London and its two parts apart.
select
    area.area_code,
    area.name,
    coalesce(region.parent_code, '') as parent_code,
from area
left join region using (area_code)
where area.area_level = 'region'
order by area.name
