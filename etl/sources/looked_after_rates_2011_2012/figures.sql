-- One row per area and year of the published rates of children looked after: only the years that no population held
-- here reaches. From 2013 the rate is derived from counts and one series of population estimates.
with

unpivoted as (
    unpivot staged
    on rate_2011, rate_2012
    into name measure_year value figure
)

select
    edition,
    source_file,
    source_row,
    case
        when la_name = 'England' then 'england'
        when old_la_code = '' then 'region'
        else 'authority'
    end as area_level,
    case when old_la_code = '' then la_name else old_la_code end as area_as_published,
    cast(right(measure_year, 4) || '-' || $reference as date) as period_end,
    'rate_per_10000' as measure,
    figure,
from unpivoted
