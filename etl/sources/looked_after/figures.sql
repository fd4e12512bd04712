-- One row per area, year and measure of the tables of children looked after, starting and ceasing.
with

named as (
    -- the wording changed from 'at' to 'on 31 March' in the edition of 2025
    select
        * exclude (population_type, la_name),
        case population_type
            when 'Children looked after at 31 March each year' then 'looked_after'
            when 'Children looked after on 31 March each year' then 'looked_after'
            when 'Children starting to be looked after each year' then 'started'
            when 'Children ceasing to be looked after each year' then 'ceased'
            else population_type
        end as population,
    from staged
),

unpivoted as (
    unpivot named
    on children_count, rate_per_10000, population_estimate
    into name part value figure
)

select
    edition,
    source_file,
    source_row,
    level_of(geographic_level) as area_level,
    published_under(geographic_level, region_name, old_la_code) as area_as_published,
    cast(time_period || '-' || $reference as date) as period_end,
    population || '_' || part as measure,
    figure,
from unpivoted
