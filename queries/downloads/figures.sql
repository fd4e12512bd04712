-- One row per area, indicator and reference date: every figure of the chosen areas, with what one must know of it.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
with

found as (
    select distinct on (area_code, indicator_id, period_end) *
    from found_observation
    where
        asked_code in $areas
        and indicator_id in $indicators
        and period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
)

select
    cast(year(found.period_end) as integer) as time_period,
    found.period_end as reference_date,
    found.period_start,
    found.area_code,
    found.dfe_code,
    found.area_name,
    found.area_level,
    found.indicator_id,
    indicator.title as indicator_title,
    found.value,
    found.status,
    indicator.unit,
    found.numerator,
    found.denominator,
    found.derived,
    trim(
        found.note || if(found.area_level in ('authority', 'joint return'), ' ' || found.general_note, '')
    ) as note,
    source_file.publication,
    source_file.publisher,
    source_file.published,
    found.edition,
    found.source_file,
    found.source_row,
    source_file.licence,
    found.denominator_file,
    found.denominator_row,
    found.price_factor,
    found.price_file,
    found.price_row,
from found
inner join indicator using (indicator_id)
inner join source_file using (source_id, edition)
order by indicator.position, found.area_level = 'england', found.area_level = 'region', found.area_name,
    found.period_end
