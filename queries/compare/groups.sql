-- One row per region, list of authorities or set of statistical neighbours, and reference date.
-- A region's rate is read as published. Else it is the mean of the authorities that have a figure: of a rate weighted
-- by its denominators, of a count the plain mean. An authority without a figure, or a rate's without a denominator,
-- is left out and counted. A joint return counts once, and belongs where any of its members does.
with

groups as (
    select unnest($groups) as group_id, generate_subscripts($groups, 1) as position
),

figures as (
    select
        observation.*,
        coalesce(list_count(list_filter(broken_on, lambda day: day <= period_end)), 0) as segment,
        unit in ('number', 'FTE', '£') as counted,
    from observation
    cross join (select list(to_period_end) as broken_on from series_break where indicator_id = $indicator)
    cross join (select unit from indicator where indicator_id = $indicator)
    where indicator_id = $indicator
),

members as (
    -- each figure of an authority or a joint return, with each authority that it is about
    select figures.*, figures.dfe_code as member_code
    from figures
    where area_level = 'authority'

    union all

    select figures.*, joint_return.member_code
    from figures
    inner join joint_return using (area_code)
    where figures.period_end >= joint_return.first_period_end
),

lists as (
    select region_code as group_id, dfe_code as member_code from authority

    union all

    select region.parent_code, authority.dfe_code
    from authority
    inner join region on region.area_code = authority.region_code
    where region.level = 'london_area'

    union all

    select 'neighbours', neighbour.neighbour_dfe_code
    from neighbour
    inner join authority on authority.dfe_code = neighbour.dfe_code
    where neighbour.model = $model and authority.area_code = $authority

    union all

    select 'own', dfe_code from authority where area_code in $own
),

grouped as (
    select distinct groups.group_id, members.* exclude (member_code)
    from members
    inner join lists using (member_code)
    inner join groups using (group_id)
),

averaged as (
    select
        group_id,
        period_end,
        segment,
        case
            when any_value(counted) then avg(value)
            else sum(value * denominator) / sum(denominator) filter (value is not null)
        end as mean,
        count(value) filter (counted or denominator > 0) as averaged,
        count(*) - averaged as left_out,
        case
            when averaged > 0 then 'published'
            when count(value) > 0 then 'no_weights'
            else 'not_available'
        end as status,
        case when any_value(counted) then 'mean' else 'weighted mean' end as basis,
        string_agg(area_name, '; ' order by area_name) filter (
            value is not null and (counted or denominator > 0)
        ) as members,
    from grouped
    group by group_id, period_end, segment
),

rows as (
    select * exclude (mean), case status when 'published' then mean end as value
    from averaged
    where group_id not in (select area_code from figures where not counted)

    union all by name

    select groups.group_id, period_end, segment, value, status, 'as published' as basis
    from figures
    inner join groups on groups.group_id = figures.area_code
    where not counted
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
    left join (select period_end, value as england_value from figures where area_level = 'england') using (period_end)
    left join bases using (group_id, segment)
)

select
    groups.position,
    measured.group_id,
    if(group_id = 'neighbours', 'Neighbours of ' || asked.name, coalesce(region.name, 'Own list')) as group_name,
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
where year(measured.period_end) between $first and $last
order by groups.position, measured.period_end
