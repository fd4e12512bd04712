-- One row per area and measure of the children in need census of 2010 to 2012: authorities and England only.
with

unpivoted as (
    unpivot staged
    on columns(* exclude (edition, source_file, source_row, geographic_level, old_la_code, la_name))
    into name measure value figure
)

select
    edition,
    source_file,
    source_row,
    case geographic_level when 'National' then 'england' when 'LA' then 'authority' end as area_level,
    case geographic_level when 'National' then 'England' else old_la_code end as area_as_published,
    cast(edition || '-' || $reference as date) as period_end,
    measure,
    figure,
from unpivoted
