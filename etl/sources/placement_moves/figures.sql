-- One row per area, year and measure of the table on placement stability of children looked after.
with

named as (
    -- the wordings of the edition of 2022 differ from those of 2025; what lasts two years is not the same in both
    select
        * exclude (cla_group, placement_stability, la_name),
        case
            when cla_group in ('CLA on 31 March', 'Children looked after at 31 March')
                and placement_stability = 'Total children' then 'looked_after'
            when cla_group in ('CLA on 31 March', 'Children looked after at 31 March')
                and placement_stability = 'With 3 or more placements during the year' then 'three_placements'
            when cla_group = 'CLA 2 years on 31 March'
                and placement_stability = 'Total children' then 'looked_after_2_years'
            when cla_group = 'CLA 2 years on 31 March'
                and placement_stability = 'With 3 or more placements during the previous 2 years' then 'three_placements_2_years'
            when regexp_matches(cla_group, 'for at least 2.5 years (on|at) 31 March aged under 16 years')
                and placement_stability = 'Total children' then 'long_term'
            when cla_group = 'Children looked after continuously for at least 2.5 years at 31 March aged under 16 years'
                and starts_with(placement_stability, 'Living in the same placement for at least 2 years')
                then 'same_placement_2_years'
            when cla_group = 'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years'
                and placement_stability = 'Living with the same carer for at least 2 years' then 'same_carer_2_years'
            else cla_group || ': ' || placement_stability
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
