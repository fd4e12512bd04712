-- One row per indicator, area, reference date and edition: what each edition said, to see what was revised.
-- No joint return stands in for its members here: an edition is quoted as it is.
select
    edition.indicator_id,
    edition.area_code,
    area.dfe_code,
    area.name as area_name,
    area.area_level,
    edition.period_start,
    edition.period_end as reference_date,
    edition.value,
    edition.status,
    edition.numerator,
    edition.denominator,
    edition.derived,
    edition.latest,
    source_file.publication,
    source_file.published,
    edition.edition,
    edition.source_file,
    edition.source_row,
    source_file.licence,
    edition.denominator_file,
    edition.denominator_row,
    edition.price_factor,
    edition.price_file,
    edition.price_row,
from observation_edition as edition
inner join area using (area_code)
inner join indicator using (indicator_id)
inner join source_file using (source_id, edition)
where
    edition.area_code in $areas
    and edition.indicator_id in $indicators
    and edition.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
order by indicator.position, area.name, edition.area_code, edition.period_end, source_file.published, edition.edition,
    edition.series_number
