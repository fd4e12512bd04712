-- One row per area, period and measure of a table laid out as on Explore Education Statistics.
-- Used by each source that has no figures.sql of its own.
with

unpivoted as (
    unpivot staged
    on columns(* exclude (
        edition, source_file, source_row, time_period, geographic_level, region_name, old_la_code, la_name
    ))
    into name measure value figure
)

select
    edition,
    source_file,
    source_row,
    level_of(geographic_level) as area_level,
    published_under(geographic_level, region_name, old_la_code) as area_as_published,
    cast(time_period || '-' || $reference as date) as period_end,
    measure,
    figure,
from unpivoted
