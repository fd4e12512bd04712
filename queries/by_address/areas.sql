-- One row per area that a figure can be about: authorities, ended ones too, joint returns, regions, England.
select
    area_code,
    dfe_code,
    name as area_name,
    area_level,
    region_code,
    opened_on,
    closed_on,
    tiny,
from area
order by area_level, name, area_code
