-- One row per state of authorities (inadequate or another grade, under intervention or not) and reference date.
-- The authorities that are in a state differ from date to date. Means are made as for lists of authorities; a joint
-- return is in a state if all its members are.
-- The judgement in force at a date is the grade of the last inspection published by then that graded services as a
-- whole: overall effectiveness (SIF, ILACS), before that safeguarding (SLAC) or child protection (CPI); an ILACS
-- inspection without an overall grade ends the one before. Intervention is in force from when it is known to have
-- begun until it ended; where the end is not known, until its last evidenced step; after that it is not known, and
-- the authority is in neither state.
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
    select figures.*, figures.dfe_code as member_code, 1 as member_count
    from figures
    where area_level = 'authority'

    union all

    select figures.*, joint_return.member_code, count(*) over (partition by figures.area_code, figures.period_end)
    from figures
    inner join joint_return using (area_code)
    where figures.period_end >= joint_return.first_period_end
),

dates as (
    select distinct period_end from figures
),

inspections as (
    select
        dfe_code as member_code,
        framework,
        published_on,
        max(grade) filter (
            judgement_area = case
                when framework in ('SLAC', 'SLAC re-inspection') then 'safeguarding'
                when framework in ('CPI', 'CPI re-inspection') then 'child protection'
                else 'overall effectiveness'
            end
        ) as grade,
    from judgement
    group by all
    having grade is not null or framework = 'ILACS'
),

judged as (
    select period_end, member_code, arg_max(coalesce(grade, 'none'), published_on) as grade
    from dates
    inner join inspections on published_on <= period_end
    group by all
),

steps as (
    select intervention_id, max(event_on) as last_on from intervention_event where happened = 'happened' group by all
),

spells as (
    -- what is known by its year has begun for certain when the year is over, and ended for certain only then
    select
        dfe_code as member_code,
        began_on as perhaps_from,
        case began_precision when 'year' then began_on + interval 1 year else began_on end as surely_from,
        case state
            when 'ended' then ended_on
            when 'end_unknown' then greatest(last_on, began_on) + interval 1 day
            else date '9999-12-31'
        end as surely_before,
        case
            when state <> 'ended' then date '9999-12-31'
            when ended_precision = 'year' then ended_on + interval 1 year
            else ended_on
        end as perhaps_before,
    from intervention
    left join steps using (intervention_id)
    where scope in ('social_care', 'mixed')
),

intervened as (
    select
        period_end,
        member_code,
        bool_or(surely_from <= period_end and period_end < surely_before) as in_force,
        bool_or(perhaps_from <= period_end and period_end < perhaps_before) as perhaps,
    from dates
    cross join spells
    group by all
),

states as (
    select period_end, member_code, if(grade = 'inadequate', 'inadequate', 'other-grade') as group_id
    from judged
    where grade <> 'none'

    union all

    select dates.period_end, dfe_code, if(coalesce(in_force, false), 'under-intervention', 'no-intervention')
    from authority
    cross join dates
    left join intervened on intervened.member_code = authority.dfe_code and intervened.period_end = dates.period_end
    where coalesce(in_force or not perhaps, true)
),

grouped as (
    select group_id, members.* exclude (member_code, member_count)
    from members
    inner join states using (member_code, period_end)
    where group_id in $groups
    qualify
        row_number() over (partition by group_id, area_code, period_end) = 1
        and count(*) over (partition by group_id, area_code, period_end) = member_count
),

averaged as (
    select
        group_id,
        period_end,
        segment,
        case
            when any_value(counted) then avg(value)
            else sum(value * denominator) / sum(denominator) filter (value is not null)
        end as value,
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

bases as (
    select group_id, segment, value as base_value from averaged where year(period_end) = $base and value <> 0
),

measured as (
    select
        averaged.*,
        case $measure
            when 'difference' then value - england_value
            when 'index' then 100 * value / base_value
            when 'published' then value
        end as shown,
    from averaged
    left join (select period_end, value as england_value from figures where area_level = 'england') using (period_end)
    left join bases using (group_id, segment)
)

select
    groups.position,
    measured.group_id,
    case measured.group_id
        when 'inadequate' then 'Inadequate at that date'
        when 'other-grade' then 'Other grade at that date'
        when 'under-intervention' then 'Under intervention at that date'
        else 'Not under intervention at that date'
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
where year(measured.period_end) between $first and $last
order by groups.position, measured.period_end
