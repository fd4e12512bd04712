-- One row per area and reference date of one indicator as the publications stood when an edition came out, with all that
-- must be known of each: the columns of downloads/figures.sql.
select
    cast(year(figures.period_end) as integer) as time_period,
    figures.period_end as reference_date,
    figures.period_start,
    figures.area_code,
    area.dfe_code,
    area.name as area_name,
    area.area_level,
    figures.indicator_id,
    indicator.title as indicator_title,
    figures.value,
    figures.status,
    indicator.unit,
    figures.numerator,
    figures.denominator,
    figures.derived,
    coalesce(
        trim(
            found.note || if(area.area_level in ('authority', 'joint return'), ' ' || found.general_note, '')
        ),
        ''
    ) as note,
    source_file.publication,
    source_file.publisher,
    source_file.published,
    figures.edition,
    figures.source_file,
    figures.source_row,
    source_file.licence,
    figures.denominator_file,
    figures.denominator_row,
    figures.price_factor,
    figures.price_file,
    figures.price_row,
from figure_as_of($indicator, $edition) as figures
inner join area using (area_code)
inner join indicator using (indicator_id)
inner join source_file using (source_id, edition)
left join found_observation as found
    on found.indicator_id = figures.indicator_id
    and found.asked_code = figures.area_code
    and found.area_code = figures.area_code
    and found.period_end = figures.period_end
where
    figures.area_code in $areas
    and figures.period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
order by area.area_level = 'england', area.name, figures.period_end
