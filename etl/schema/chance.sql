-- What chance alone may do to a figure, where all authorities are set beside England's: one definition for every page.
-- The chance of a standard normal as far from 0 as z, or farther, on either side: the complementary error function by
-- Chebyshev's fit of Press and others (Numerical Recipes, second edition, 1992, page 214), within 0.000012% of it.
create macro chance_of(z) as
    if(z is null, null, least(1, 1 / (1 + abs(z) / sqrt(8)) * exp(-z * z / 2 - 1.26551223 + 1 / (1 + abs(z) / sqrt(8)) * (
        1.00002368 + 1 / (1 + abs(z) / sqrt(8)) * (0.37409196 + 1 / (1 + abs(z) / sqrt(8)) * (
            0.09678418 + 1 / (1 + abs(z) / sqrt(8)) * (-0.18628806 + 1 / (1 + abs(z) / sqrt(8)) * (
                0.27886807 + 1 / (1 + abs(z) / sqrt(8)) * (-1.13520398 + 1 / (1 + abs(z) / sqrt(8)) * (
                    1.48851587 + 1 / (1 + abs(z) / sqrt(8)) * (
                        -0.82215223 + 1 / (1 + abs(z) / sqrt(8)) * 0.17087277
                    )
                ))
            ))
        ))
    ))));

-- The standard deviation, in the unit of the indicator, of a figure of that denominator about a target: binomial for a
-- percentage, Poisson for a rate. Nothing for other units, whose parts are not counts.
create macro chance_spread(unit, per, target, denominator) as
    case unit
        when '%' then sqrt(target * (100 - target) / nullif(denominator, 0))
        when 'per 10,000' then sqrt(per * target / nullif(denominator, 0))
    end;

-- The standard error of the difference of two shares in per cent about their common one, or of two means of such:
-- `by_denominator` is the sum of 1 over each denominator, over the square of the number of years of its mean. Of none, or
-- of all, chance has nothing to move; sums of such shares differ from 0 and 100 in the last digit.
create macro share_error(pooled, by_denominator) as
    if(pooled between 1e-6 and 100 - 1e-6, sqrt(pooled * (100 - pooled) * by_denominator), null);

-- The same of the logarithm of the ratio of two counts or rates, or of two means of such, by dispersions.sql: the usual
-- variance is that of two figures. `by_count` is to counts what `by_denominator` is to denominators, `by_year` the sum of 1
-- over the number of years of either mean. greatest() passes over what is not known.
create macro series_error(factor, usual, by_count, by_year) as
    if(by_count is not null, sqrt(greatest(factor * by_count, usual / 2 * by_year)), null);

-- One row per indicator and reference date of which denominators are held: the target, England's published figure, and
-- how many times the variance by chance the authorities vary about it.
-- Spiegelhalter's multiplicative adjustment (Statistics in Medicine 24, 2005, pages 1185 to 1202): the standardised
-- distances are winsorised, the tenth of them farthest out on either side set to that tenth's bound, so that those who
-- are to be found do not widen the limits; the mean of their squares is the dispersion. As there, it counts only where
-- it is above 1 by more than two of its standard errors, the root of 2 in the number of authorities.
-- Measured from authorities of which ten cases at least are expected at the target, and 50 in the denominator, whatever
-- they have: to leave out few cases would leave out the lowest. What rounds to 0 counts as 0; a doubted figure does not.
-- So many are behind a figure that limits about the target hold for it.
create macro limits_hold(unit, per, target, denominator) as
    coalesce(denominator >= 50 and target / if(unit = '%', 100, per) * denominator >= 10, false);

create table funnel as
with

distances as (
    select
        found_observation.indicator_id,
        found_observation.period_end,
        found_observation.england_value as target,
        (coalesce(found_observation.value, 0) - found_observation.england_value)
        / nullif(
            chance_spread(unit, per, found_observation.england_value, found_observation.denominator), 0
        ) as distance,
    from found_observation
    inner join indicator using (indicator_id)
    where
        asked_code = area_code
        and area_level in ('authority', 'joint return')
        and not tiny
        and not doubted
        and unit in ('%', 'per 10,000')
        and status in ('published', 'rounds_to_zero')
        and limits_hold(unit, per, found_observation.england_value, found_observation.denominator)
),

bounds as (
    select
        indicator_id,
        period_end,
        quantile_cont(distance, 0.1) as low,
        quantile_cont(distance, 0.9) as high,
    from distances
    where distance is not null
    group by indicator_id, period_end
)

select
    indicator_id,
    period_end,
    any_value(target) as target,
    count(distance) as measured_of,
    avg(pow(least(greatest(distance, low), high), 2)) as dispersion,
    dispersion > 1 + 2 * sqrt(2 / measured_of) as adjusted,
    if(adjusted, dispersion, 1.0) as factor,
from distances
inner join bounds using (indicator_id, period_end)
group by indicator_id, period_end
having measured_of >= 10
order by indicator_id, period_end;
