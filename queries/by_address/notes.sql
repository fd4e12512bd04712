-- One row per note on the figures of an authority, of another area, or of all authorities at one date.
select
    point_note.note_id,
    point_note.indicator_id,
    coalesce(authority.area_code, point_note.area_code) as area_code,
    point_note.dfe_code,
    point_note.period_end as reference_date,
    point_note.kind,
    point_note.note,
    point_note.source,
from point_note
left join authority on authority.dfe_code = point_note.dfe_code
order by point_note.indicator_id, point_note.period_end, area_code nulls first, point_note.note_id, point_note.kind,
    point_note.note
