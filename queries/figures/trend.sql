-- One row per indicator, area and reference date: the chosen authority and what is set beside it.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
-- England and the region are read as published; the neighbours' figure is the median of those that have one.
with

areas as (
    select $authority as asked_code, 'chosen' as role

    union all

    select region.area_code, case region.level when 'england' then 'england' else 'region' end as role
    from region
    where
        list_contains($comparators, role)
        and (
            region.level = 'england'
            or region.area_code = (select region_code from authority where area_code = $authority)
        )

    union all

    select area_code, 'other'
    from (select unnest(cast($others as varchar[])) as area_code)
    where area_code <> $authority
),

neighbours as (
    select area_code as asked_code
    from member
    where
        group_id = 'neighbours'
        and of_code = $authority
        and model = $model
        and list_contains($comparators, 'neighbours')
),

dates as (
    select distinct indicator_id, period_start, period_end, segment
    from found_observation
    where indicator_id in $indicators and period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
),

medians as (
    -- two neighbours that make one return count once, among those with a figure and among all
    select
        indicator_id,
        period_start,
        period_end,
        median(value) as value,
        count(value) as averaged,
        count(*) as averaged_of,
        segment,
        any_value(source_id) as source_id,
        any_value(edition) as edition,
    from (
        select distinct on (dates.indicator_id, dates.period_end, coalesce(found.area_code, neighbours.asked_code))
            dates.*,
            found.value,
            found.source_id,
            found.edition,
        from neighbours
        cross join dates
        left join found_observation as found using (asked_code, indicator_id, period_end)
    )
    group by indicator_id, period_start, period_end, segment
    having count(value) > 0
),

figures as (
    select
        found_observation.indicator_id,
        areas.role,
        found_observation.area_code,
        found_observation.area_name,
        found_observation.area_level,
        found_observation.period_start,
        found_observation.period_end,
        found_observation.value,
        found_observation.status,
        found_observation.numerator,
        found_observation.denominator,
        found_observation.derived,
        null as averaged,
        null as averaged_of,
        trim(
            found_observation.note
            || if(areas.role in ('chosen', 'other'), ' ' || found_observation.general_note, '')
        ) as note,
        found_observation.unusual,
        found_observation.segment,
        found_observation.source_id,
        found_observation.edition,
        found_observation.source_file,
        found_observation.source_row,
    from found_observation
    inner join areas using (asked_code)
    where
        found_observation.indicator_id in $indicators
        and found_observation.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)

    union all by name

    select
        medians.*,
        'neighbours' as role,
        'neighbours' as area_code,
        'Neighbours' as area_name,
        'median' as area_level,
        'published' as status,
        true as derived,
        '' as note,
        false as unusual,
        '' as source_file,
    from medians
)

select * from figures
order by indicator_id, role <> 'chosen', period_end, area_code
