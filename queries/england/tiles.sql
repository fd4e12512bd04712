-- One row per authority that there was on a day: its place on the map of equal tiles and, where held, its true outline.
-- Outlines are those of May 2023, which all authorities that there are now still have.
select
    authority.area_code,
    authority.dfe_code,
    authority.plain_name as authority_name,
    authority.region_code,
    authority.region_name,
    authority.tiny = 'yes' as tiny,
    tile.tile_column,
    tile.tile_row,
    coalesce(outline.outline, '') as outline,
from authority
inner join tile using (dfe_code)
left join outline using (area_code)
where
    coalesce(authority.opened_on <= cast($on as date), true)
    and coalesce(authority.closed_on >= cast($on as date), true)
order by tile.tile_row, tile.tile_column
