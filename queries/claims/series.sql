-- One row per reference date of one series of one area, in order, with the figure as it was first published.
select
    found_observation.period_end,
    found_observation.value,
    found_observation.status,
    found_observation.segment,
    found_observation.unusual,
    found_observation.note,
    found_observation.general_note,
    found_observation.source_file,
    found_observation.source_row,
    source.title as publication,
    first_edition.first_value,
    first_edition.first_status,
    first_edition.first_published,
from found_observation
inner join source using (source_id)
left join first_edition using (area_code, indicator_id, period_end)
where
    found_observation.indicator_id = $indicator
    and found_observation.asked_code = $area
    and found_observation.area_code = $area
order by found_observation.period_end
