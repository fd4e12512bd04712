-- One row per authority or joint return with a figure and a denominator on a reference date: is it within the limits
-- about England's figure that chance would keep to for one of its size? None where no denominators are held.
-- The limits are those of the normal distribution at 95% and 99.8%, about England's published figure, widened by what
-- authorities vary beyond chance (the dispersion, etl/schema/chance.sql); a percentage keeps to 0 to 100. An authority is
-- said to be outside only where enough are behind its figure for the limits to hold, and nothing is doubted.
select
    found_observation.area_code,
    found_observation.area_name,
    found_observation.area_level,
    area.region_code,
    found_observation.tiny,
    found_observation.period_end,
    found_observation.value,
    found_observation.status,
    found_observation.denominator,
    funnel.target,
    funnel.dispersion,
    funnel.adjusted,
    funnel.measured_of,
    greatest(target - 1.959964 * spread, 0) as lower_limit_95,
    least(target + 1.959964 * spread, highest) as upper_limit_95,
    greatest(target - 3.090232 * spread, 0) as lower_limit_998,
    least(target + 3.090232 * spread, highest) as upper_limit_998,
    (coalesce(found_observation.value, 0) - target) / spread as z,
    case
        when found_observation.doubted then 'doubted'
        when not limits_hold(unit, per, target, found_observation.denominator) then 'small'
        else ''
    end as untold,
    case
        when untold <> '' or abs(z) < 1.959964 then ''
        else concat(if(z > 0, 'above ', 'below '), if(abs(z) < 3.090232, '95%', '99.8%'))
    end as outside,
    found_observation.note,
    found_observation.general_note,
    found_observation.source_file,
    found_observation.source_row,
from found_observation
inner join indicator using (indicator_id)
inner join funnel using (indicator_id, period_end)
inner join area on area.area_code = found_observation.area_code
cross join lateral (
    select
        sqrt(funnel.factor) * chance_spread(unit, per, target, found_observation.denominator) as spread,
        if(unit = '%', 100, 'infinity'::double) as highest
)
where
    found_observation.indicator_id = $indicator
    and year(found_observation.period_end) = $year
    and found_observation.asked_code = found_observation.area_code
    and found_observation.area_level in ('authority', 'joint return')
    and found_observation.status in ('published', 'rounds_to_zero')
    and found_observation.denominator > 0
order by area_name
