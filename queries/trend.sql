-- One row per indicator, area and reference date: the chosen authority and what is set beside it.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
-- England and the region are read as published; the neighbours' figure is the median of those that have one.
with

chosen as (
    select area_code, dfe_code, region_code from authority where area_code = $authority
),

returns as (
    -- the area under which each authority's figure is found, and from when
    select area_code, area_code as found_under, dfe_code, null as first_on from authority

    union all

    select authority.area_code, joint_return.area_code, authority.dfe_code, joint_return.first_period_end
    from joint_return
    inner join authority on authority.dfe_code = joint_return.member_code
),

areas as (
    select found_under as area_code, 'chosen' as role, first_on
    from returns
    inner join chosen using (dfe_code)

    union all

    select region.area_code, case region.level when 'england' then 'england' else 'region' end, null
    from region
    inner join chosen on region.area_code = chosen.region_code or region.level = 'england'
    where list_contains($beside, case region.level when 'england' then 'england' else 'region' end)

    union all

    select returns.found_under, 'other', returns.first_on
    from returns
    where returns.area_code in $others and returns.area_code <> $authority
),

figures as (
    select observation.*
    from observation
    where
        observation.indicator_id in $indicators
        and year(observation.period_end) between $first and $last
),

rows as (
    select figures.*, areas.role, null as averaged, null as averaged_of
    from figures
    inner join areas using (area_code)
    where figures.period_end >= coalesce(areas.first_on, date '1900-01-01')
),

neighbours as (
    select distinct returns.found_under as area_code, returns.first_on
    from neighbour
    inner join chosen on chosen.dfe_code = neighbour.dfe_code
    inner join returns on returns.dfe_code = neighbour.neighbour_dfe_code
    where neighbour.model = $model and list_contains($beside, 'neighbours')
),

medians as (
    select
        figures.indicator_id,
        any_value(figures.period_start) as period_start,
        figures.period_end,
        median(figures.value) as value,
        count(figures.value) as averaged,
        any_value(figures.source_id) as source_id,
        any_value(figures.edition) as edition,
    from figures
    inner join neighbours using (area_code)
    where figures.period_end >= coalesce(neighbours.first_on, date '1900-01-01')
    group by figures.indicator_id, figures.period_end
    having count(figures.value) > 0
),

every as (
    select
        indicator_id, role, area_code, area_name, area_level, period_start, period_end, value, status,
        numerator, denominator, derived, averaged, averaged_of, source_id, edition, source_file, source_row,
    from rows

    union all by name

    select
        medians.*,
        'neighbours' as role,
        'neighbours' as area_code,
        'Neighbours' as area_name,
        'median' as area_level,
        'published' as status,
        true as derived,
        10 as averaged_of,
    from medians
),

broken as (
    select indicator_id, list(to_period_end) as broken_on from series_break group by indicator_id
),

notes as (
    select
        returns.found_under as area_code,
        point_note.indicator_id,
        point_note.period_end,
        string_agg(distinct point_note.note, ' ' order by point_note.note) as note,
        bool_or(point_note.kind = 'unusual_value' and point_note.dfe_code is not null) as unusual,
    from point_note
    -- a note is about one authority, or one area; about every authority where neither is named
    inner join (
        select found_under, dfe_code from returns
        union all
        select area_code, null from region
    ) as returns on case
        when point_note.dfe_code is not null then returns.dfe_code = point_note.dfe_code
        when point_note.area_code is not null then returns.found_under = point_note.area_code
        else returns.dfe_code is not null
    end
    where point_note.indicator_id in $indicators
    group by all
)

select
    every.indicator_id,
    every.role,
    every.area_code,
    every.area_name,
    every.area_level,
    every.period_start,
    every.period_end,
    every.value,
    every.status,
    every.numerator,
    every.denominator,
    every.derived,
    every.averaged,
    every.averaged_of,
    coalesce(notes.note, '') as note,
    coalesce(notes.unusual, false) as unusual,
    coalesce(list_count(list_filter(broken.broken_on, lambda day: day <= every.period_end)), 0) as segment,
    every.source_id,
    every.edition,
    coalesce(every.source_file, '') as source_file,
    every.source_row,
from every
left join broken using (indicator_id)
left join notes using (area_code, indicator_id, period_end)
order by every.indicator_id, every.role <> 'chosen', every.period_end, every.area_code
