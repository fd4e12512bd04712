-- One row per authority that there was on a day: its place on the map of equal tiles and, where held, its true outline.
-- Outlines are those of May 2023, which all authorities that there are now still have. One that had ended by then has
-- those of the authorities that it was split into, where they have nothing of another; else none.
with

parted as (
    select authority_change.predecessor_code, string_agg(outline.outline, '' order by outline.area_code) as outline
    from authority_change
    inner join authority on authority.dfe_code = authority_change.successor_code
    inner join outline using (area_code)
    where
        authority_change.kind = 'split'
        and not exists (
            from authority_change as other
            where
                other.successor_code in (
                    select sibling.successor_code
                    from authority_change as sibling
                    where sibling.predecessor_code = authority_change.predecessor_code
                )
                and other.predecessor_code <> authority_change.predecessor_code
        )
    group by authority_change.predecessor_code
)

select
    authority.area_code,
    authority.dfe_code,
    authority.plain_name as authority_name,
    authority.region_code,
    authority.region_name,
    authority.tiny = 'yes' as tiny,
    tile.tile_column,
    tile.tile_row,
    coalesce(outline.outline, parted.outline, '') as outline,
from authority
inner join tile using (dfe_code)
left join outline using (area_code)
left join parted on parted.predecessor_code = authority.dfe_code
where
    coalesce(authority.opened_on <= cast($on as date), true)
    and coalesce(authority.closed_on >= cast($on as date), true)
order by tile.tile_row, tile.tile_column
