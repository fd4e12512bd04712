-- One row per authority or joint return and reference date in the newest stretch of a series that no break crosses:
-- its figure, where its publisher gives one as a number, or the status that says why there is none.
with

stretch as (
    select coalesce(max(to_period_end), date '1900-01-01') as from_on
    from series_break
    where indicator_id = $indicator
)

select
    found_observation.area_code,
    found_observation.area_name,
    found_observation.period_end,
    year(found_observation.period_end) as year,
    if(found_observation.status = 'published', found_observation.value, null) as value,
    found_observation.status,
    found_observation.small,
    found_observation.unusual,
    found_observation.source_file,
    found_observation.source_row,
from found_observation
cross join stretch
where
    found_observation.indicator_id = $indicator
    and found_observation.asked_code = found_observation.area_code
    and found_observation.area_level in ('authority', 'joint return')
    and found_observation.period_end >= stretch.from_on
order by found_observation.area_code, found_observation.period_end
