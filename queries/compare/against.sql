-- One row per area and year: the figure of one indicator and that of another, paired by the year of their reference
-- dates. The chosen authorities and England over all years, every other authority in the last year that has pairs.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
with

chosen as (
    select
        authority.dfe_code,
        authority.area_code as asked_code,
        authority.name as asked_name,
        asked.position,
    from (select unnest($authorities) as area_code, generate_subscripts($authorities, 1) as position) as asked
    inner join authority using (area_code)
),

figures as (
    select
        observation.*,
        year(period_end) as year,
        coalesce(list_count(list_filter(broken_on, lambda day: day <= period_end)), 0) as segment,
    from observation
    left join (
        select indicator_id, list(to_period_end) as broken_on from series_break group by indicator_id
    ) using (indicator_id)
    where indicator_id in ($indicator, $other) and year(period_end) between $first and $last
),

returns as (
    select figures.*, figures.dfe_code as member_code
    from figures
    where area_level = 'authority'

    union all

    select figures.*, joint_return.member_code
    from figures
    inner join joint_return using (area_code)
    where figures.period_end >= joint_return.first_period_end
),

asked as (
    select 'chosen' as role, chosen.position, chosen.asked_code, chosen.asked_name, returns.* exclude (member_code)
    from returns
    inner join chosen on chosen.dfe_code = returns.member_code

    union all

    select 'england', 0, area_code, area_name, figures.*
    from figures
    where area_level = 'england'

    union all

    select 'context', 0, area_code, area_name, figures.*
    from figures
    where
        area_level in ('authority', 'joint return')
        and area_code not in (
            select returns.area_code from returns inner join chosen on chosen.dfe_code = returns.member_code
        )
),

noted as (
    select
        asked.*,
        coalesce(point_note.kind = 'unusual_value', false) as unusual,
        coalesce(point_note.note, '') as note,
    from asked
    left join point_note
        on point_note.dfe_code = asked.dfe_code
        and point_note.indicator_id = asked.indicator_id
        and point_note.period_end = asked.period_end
    qualify row_number() over (
        partition by asked.role, asked.asked_code, asked.indicator_id, asked.period_end order by point_note.note_id
    ) = 1
),

paired as (
    select
        upright.*,
        across.period_end as other_period_end,
        across.value as other_value,
        across.status as other_status,
        across.area_name as other_area_name,
        across.unusual as other_unusual,
        across.note as other_note,
        across.segment as other_segment,
        across.source_file as other_source_file,
        across.source_row as other_source_row,
    from noted as upright
    inner join noted as across using (role, asked_code, year)
    where upright.indicator_id = $indicator and across.indicator_id = $other
),

last_year as (
    select max(year) as year from paired where value is not null and other_value is not null
)

select
    paired.role,
    paired.position,
    paired.asked_code,
    paired.asked_name,
    paired.area_code,
    paired.area_name,
    paired.area_level,
    paired.other_area_name,
    paired.year,
    paired.period_end,
    paired.other_period_end,
    paired.value,
    paired.status,
    paired.other_value,
    paired.other_status,
    trim(paired.note || ' ' || paired.other_note) as note,
    coalesce(authority.tiny = 'yes', false) as tiny,
    paired.unusual or paired.other_unusual as unusual,
    paired.segment + paired.other_segment as segment,
    paired.source_file,
    paired.source_row,
    paired.other_source_file,
    paired.other_source_row,
from paired
left join authority on authority.area_code = paired.asked_code
left join last_year on last_year.year = paired.year
where paired.role <> 'context' or last_year.year is not null
order by paired.role, paired.position, paired.asked_name, paired.year
