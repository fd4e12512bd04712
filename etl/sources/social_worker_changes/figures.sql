-- One row per area, year and measure of the table on changes of social worker of children looked after.
with

named as (
    select
        * exclude (cla_group, sw_stability, la_name),
        case
            when cla_group = 'CLA on 31 March'
                and sw_stability = 'Total children' then 'looked_after'
            when cla_group = 'CLA on 31 March'
                and sw_stability = '3 or more social workers during the year' then 'three_social_workers'
            else cla_group || ': ' || sw_stability
        end as population,
    from staged
),

unpivoted as (
    unpivot named
    on children_count, children_percent
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
