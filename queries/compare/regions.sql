-- One row per region that has published figures of its own, London and its two parts apart.
select
    area_code,
    name,
from area
where area_level = 'region'
order by name
