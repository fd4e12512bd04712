-- One row per area and reference date at which the newest figure is not that of a past edition, or came after it.
select
    found.area_name,
    found.period_end,
    then_newest.value as value_then,
    coalesce(then_newest.status, 'not yet published') as status_then,
    found.value as value_now,
    found.status as status_now,
    found.edition as edition_now,
    found.source_file,
    found.source_row,
from found_observation as found
left join figure_as_of($indicator, $edition) as then_newest using (area_code, period_end)
where
    found.indicator_id = $indicator
    and (found.asked_code in $authorities or (found.area_level = 'england' and found.asked_code = found.area_code))
    and found.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
    and (
        then_newest.area_code is null
        or then_newest.value is distinct from found.value
        or then_newest.status <> found.status
    )
order by found.area_level = 'england', found.area_name, found.period_end
