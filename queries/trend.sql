-- One row per indicator, area and reference date: the chosen authority and the areas beside it.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
with

chosen as (
    select area_code, dfe_code from authority where area_code = $authority
),

areas as (
    select chosen.area_code, 'chosen' as role, null as first_on from chosen

    union all

    select joint_return.area_code, 'chosen' as role, joint_return.first_period_end as first_on
    from joint_return
    inner join chosen on chosen.dfe_code = joint_return.member_code

    union all

    select unnest($beside) as area_code, 'beside' as role, null as first_on
),

rows as (
    select
        observation.*,
        areas.role,
    from observation
    inner join areas using (area_code)
    where
        observation.indicator_id in $indicators
        and observation.period_end >= coalesce(areas.first_on, date '1900-01-01')
),

notes as (
    select
        authority.area_code,
        point_note.indicator_id,
        point_note.period_end,
        string_agg(point_note.note, ' ' order by point_note.note_id) as note,
        bool_or(point_note.kind = 'unusual_value') as unusual,
    from point_note
    inner join authority using (dfe_code)
    group by all
)

select
    rows.indicator_id,
    rows.role,
    rows.area_code,
    rows.area_name,
    rows.area_level,
    rows.period_start,
    rows.period_end,
    rows.value,
    rows.status,
    rows.numerator,
    rows.denominator,
    rows.derived,
    coalesce(notes.note, '') as note,
    coalesce(notes.unusual, false) as unusual,
    (
        select count(*)
        from series_break
        where series_break.indicator_id = rows.indicator_id and series_break.to_period_end <= rows.period_end
    ) as segment,
    rows.source_id,
    rows.edition,
    rows.source_file,
    rows.source_row,
from rows
left join notes using (area_code, indicator_id, period_end)
order by rows.indicator_id, rows.role desc, rows.period_end, rows.area_code
