-- One row per area, year and measure of underlying data whose columns carry the year, named measure_year by columns.csv.
-- The file of 2017 ends with a row of zeros for the Isles of Scilly that has no level: not a return, as in 2011 to 2016.
-- Regions are told apart by name: Inner and Outer London carry London's code in these files.
with

unpivoted as (
    unpivot staged
    on columns(* exclude (edition, source_file, source_row, geographic_level, old_la_code, la_name))
    into name measure_year value figure
)

select
    edition,
    source_file,
    source_row,
    case
        when lower(geographic_level) = 'national' then 'england'
        when lower(geographic_level) in ('region', 'gor') then 'region'
        when geographic_level = 'LA' then 'authority'
    end as area_level,
    case
        when lower(geographic_level) = 'national' then 'England'
        when geographic_level = 'LA' then old_la_code
        else la_name
    end as area_as_published,
    cast(right(measure_year, 4) || '-' || $reference as date) as period_end,
    left(measure_year, -5) as measure,
    figure,
from unpivoted
where not (edition = '2017' and geographic_level = '' and old_la_code = '420')
