-- One row per note on a figure that is not there, or that contradicts the figure.
-- A note is about one authority (whose workforce figure may be that of a joint return), about England or a region,
-- or about every authority, of which at least one must have the figure.
with

noted as (
    select
        point_note.note_id,
        point_note.indicator_id,
        point_note.period_end,
        authority.area_code
    from point_note
    inner join authority
        on point_note.dfe_code = authority.dfe_code

    union all

    select
        point_note.note_id,
        point_note.indicator_id,
        point_note.period_end,
        joint_return.area_code
    from point_note
    inner join joint_return
        on
            point_note.dfe_code = joint_return.member_code
            and point_note.period_end between joint_return.first_period_end
            and coalesce(joint_return.last_period_end, date '2999-12-31')

    union all

    select
        note_id,
        indicator_id,
        period_end,
        area_code
    from point_note
    where area_code is not null
),

found as (
    select
        noted.note_id,
        observation.status
    from noted
    inner join observation
        on
            noted.area_code = observation.area_code
            and noted.indicator_id = observation.indicator_id
            and noted.period_end = observation.period_end

    union all

    select
        point_note.note_id,
        any_value(observation.status) as status
    from point_note
    inner join observation
        on
            point_note.indicator_id = observation.indicator_id
            and point_note.period_end = observation.period_end
    where
        point_note.dfe_code is null
        and point_note.area_code is null
        and observation.status = 'published'
    group by point_note.note_id
)

select
    point_note.note_id,
    point_note.kind,
    found.status
from point_note
left join found
    on point_note.note_id = found.note_id
where
    found.status is null
    or (point_note.kind in ('not_available', 'unreliable') and found.status = 'published')
    or (
        point_note.kind in ('unusual_value', 'provisional', 'data_confidence', 'coverage')
        and found.status <> 'published'
    )
order by point_note.note_id
