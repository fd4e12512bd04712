-- One row per group of authorities and reference date: a region, statistical neighbours, an own list, or those that
-- were in the same state at that date (etl/schema/states.sql), who differ from date to date.
-- Those like an authority in kind, grade now, size or deprivation (etl/schema/alike.sql) are the same on every date.
-- A region's rate is read as published. Else it is the median of the authorities that have a figure, or on request
-- their mean: of a rate weighted by its denominators, of a count the plain one. An authority without a figure, or in a
-- weighted mean without a denominator, is left out and counted. A joint return counts once: it belongs to a region or
-- a list where any of its members does, and is in a state if all of them are. Of statistical neighbours and of an own
-- list all are counted, of a region and in a state those of which there is a row on the date.
with

groups as (
    select unnest($groups) as group_id, generate_subscripts($groups, 1) as position
),

figures as (
    select
        asked_code,
        area_code,
        area_name,
        area_level,
        period_end,
        value,
        status,
        denominator,
        segment,
        england_value,
        is_count as counted,
        count(*) over (partition by area_code, period_end) - if(area_level = 'joint return', 1, 0) as member_count,
    from found_observation
    inner join indicator using (indicator_id)
    where indicator_id = $indicator
),

dates as (
    select distinct period_end, segment, england_value, counted from figures
),

lists as (
    select group_id, area_code as asked_code
    from member
    where group_id in $groups and (group_id <> 'neighbours' or (of_code = $authority and model = $model))

    union all

    select group_id, area_code
    from alike
    where of_code = $authority and group_id in $groups and group_id in ('kind', 'grade', 'size', 'deprivation')

    union all

    select 'own', unnest(cast($listed as varchar[]))
    where list_contains($groups, 'own')
),

grouped as (
    select distinct on (lists.group_id, coalesce(figures.area_code, lists.asked_code), dates.period_end)
        lists.group_id,
        dates.*,
        figures.area_name,
        figures.value,
        figures.denominator,
    from lists
    cross join dates
    left join figures on figures.asked_code = lists.asked_code and figures.period_end = dates.period_end
    where figures.area_code is not null or lists.group_id in ('neighbours', 'own')

    union all by name

    select
        state.state as group_id,
        figures.period_end,
        figures.segment,
        figures.england_value,
        figures.counted,
        figures.area_name,
        figures.value,
        figures.denominator,
    from figures
    inner join state on state.area_code = figures.asked_code and state.period_end = figures.period_end
    where state.state in $groups
    window area_at_date as (partition by state.state, figures.area_code, figures.period_end)
    qualify
        figures.asked_code = min(figures.asked_code) over area_at_date and count(*) over area_at_date = member_count
),

weighed as (
    select
        *,
        value is not null and ($average = 'median' or counted or coalesce(denominator > 0, false)) as inside,
        case when $average = 'median' then 'median' when counted then 'mean' else 'weighted mean' end as basis,
    from grouped
),

averaged as (
    select
        group_id,
        period_end,
        segment,
        basis,
        any_value(england_value) as england_value,
        case basis
            when 'median' then median(value)
            when 'mean' then avg(value)
            else sum(value * denominator) filter (inside) / sum(denominator) filter (inside)
        end as value,
        count(*) filter (inside) as averaged,
        count(*) - averaged as left_out,
        case
            when averaged > 0 then 'published'
            when count(value) > 0 then 'no_weights'
            else 'not_available'
        end as status,
        string_agg(area_name, '; ' order by area_name) filter (inside) as members,
    from weighed
    group by group_id, period_end, segment, basis
),

rows as (
    from averaged
    where group_id not in (select area_code from figures where not counted)

    union all by name

    select group_id, period_end, segment, england_value, value, status, 'as published' as basis
    from figures
    inner join groups on groups.group_id = figures.area_code
    where not figures.counted
),

bases as (
    select group_id, segment, value as base_value from rows where year(period_end) = $base and value <> 0
),

measured as (
    select
        rows.*,
        case $measure
            when 'difference' then value - england_value
            when 'index' then 100 * value / base_value
            when 'published' then value
        end as shown,
    from rows
    left join bases using (group_id, segment)
)

select
    groups.position,
    measured.group_id,
    case measured.group_id
        when 'neighbours' then 'Neighbours of ' || asked.name
        when 'own' then 'Own list'
        when 'kind' then 'Same kind as ' || asked.name
        when 'grade' then 'Same grade now as ' || asked.name
        when 'size' then 'Nearest in size to ' || asked.name
        when 'deprivation' then 'Nearest in deprivation to ' || asked.name
        when 'inadequate' then 'Inadequate at that date'
        when 'other-grade' then 'Other grade at that date'
        when 'under-intervention' then 'Under intervention at that date'
        when 'no-intervention' then 'Not under intervention at that date'
        else region.name
    end as group_name,
    measured.basis,
    measured.period_end,
    measured.value,
    measured.status,
    measured.averaged,
    measured.left_out,
    coalesce(measured.members, '') as members,
    measured.shown,
    case
        when measured.status <> 'published' or measured.shown is not null then measured.status
        when $measure = 'difference' then 'no_england'
        when $measure = 'rank' then 'not_ranked'
        else 'no_base'
    end as shown_status,
    measured.segment,
from measured
inner join groups using (group_id)
inner join authority as asked on asked.area_code = $authority
left join region on region.area_code = measured.group_id
where measured.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
order by groups.position, measured.period_end
