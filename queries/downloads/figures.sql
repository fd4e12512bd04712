-- One row per area, indicator and reference date: every figure of the chosen areas, with what one must know of it.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
with

returns as (
    -- the area under which each figure is found, and from when
    select area_code, area_code as found_under, dfe_code, null as first_on from area

    union all

    select authority.area_code, joint_return.area_code, authority.dfe_code, joint_return.first_period_end
    from joint_return
    inner join authority on authority.dfe_code = joint_return.member_code
),

areas as (
    select found_under as area_code, min(coalesce(first_on, date '1900-01-01')) as first_on
    from returns
    where area_code in $areas
    group by found_under
),

figures as (
    select observation.*
    from observation
    inner join areas using (area_code)
    where
        observation.indicator_id in $indicators
        and observation.period_end >= areas.first_on
        and year(observation.period_end) between $first and $last
),

notes as (
    select
        returns.found_under as area_code,
        point_note.indicator_id,
        point_note.period_end,
        string_agg(distinct point_note.note, ' ' order by point_note.note) as note,
    from point_note
    -- a note is about one authority, or one area; about every authority where neither is named
    inner join returns on case
        when point_note.dfe_code is not null then returns.dfe_code = point_note.dfe_code
        when point_note.area_code is not null then returns.found_under = point_note.area_code
        else returns.dfe_code is not null
    end
    where point_note.indicator_id in $indicators
    group by all
)

select
    cast(year(figures.period_end) as integer) as time_period,
    figures.period_end as reference_date,
    figures.period_start,
    figures.area_code,
    figures.dfe_code,
    figures.area_name,
    figures.area_level,
    figures.indicator_id,
    indicator.title as indicator_title,
    figures.value,
    figures.status,
    indicator.unit,
    figures.numerator,
    figures.denominator,
    figures.derived,
    coalesce(notes.note, '') as note,
    source_file.publication,
    source_file.publisher,
    source_file.published,
    figures.edition,
    figures.source_file,
    figures.source_row,
    source_file.licence,
    figures.denominator_file,
    figures.denominator_row,
from figures
inner join indicator using (indicator_id)
inner join source_file using (source_id, edition)
left join notes using (area_code, indicator_id, period_end)
order by indicator.position, figures.area_level = 'england', figures.area_level = 'region', figures.area_name,
    figures.period_end
