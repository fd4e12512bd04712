-- One row per indicator and area that has a rank on the indicator's newest date, or would have one if it were not small:
-- the range in which 95 of 100 ranks lie when chance moves the figures of all areas at once.
-- Chance is binomial for a percentage, its denominator being the number of cases, and Poisson for a rate. On the scale
-- of the arcsine of the root, or of the root, such a figure is close to normal, and its spread depends on the denominator
-- alone. For steps of an area's own figure the number of others below it is a sum of independent chances, close to
-- normal too; the steps together give the distribution of its rank. Nothing is drawn: each build gives the same ranges.
-- An area of which no denominator is held stands still among the others, and has no range; so does one at 0% or 100%.
create temp macro normal_below(t) as 1 / (1 + exp(-1.5976 * t - 0.07056 * t * t * t)); -- to 0.0002

create table rank_range as
with

newest as (
    select indicator_id, max(period_end) as period_end from found_observation group by indicator_id
),

placed as (
    select
        indicator_id,
        area_code,
        period_end,
        place,
        ranked_of,
        case unit
            when '%' then asin(sqrt(least(coalesce(value, 0) / 100, 1)))
            when 'per 10,000' then sqrt(coalesce(value, 0))
        end as middle,
        case
            when denominator is null or denominator <= 0 then null
            when unit = '%' and coalesce(value, 0) between 1e-9 and 100 - 1e-9 then 0.5 / sqrt(denominator)
            when unit = 'per 10,000' and value > 0 then 0.5 / sqrt(denominator / per)
        end as spread,
    from found_observation
    inner join newest using (indicator_id, period_end)
    inner join indicator using (indicator_id)
    where asked_code = area_code and ranked_of is not null and unit in ('%', 'per 10,000')
),

steps as (
    -- by half a standard deviation, to three on both sides: coarser ones move the ends by several places
    select (n - 6) / 2.0 as step, exp(-step * step / 2) as weight from range(13) as steps(n)
),

chances as (
    select
        own.indicator_id,
        own.area_code,
        steps.step,
        steps.weight,
        case
            -- two that stand still on one place share it: neither is below the other
            when coalesce(other.spread, 0) = 0 then cast(own.middle + step * own.spread > other.middle + 1e-9 as integer)
            else normal_below(greatest(least((own.middle + step * own.spread - other.middle) / other.spread, 8), -8))
        end as below,
    from placed as own
    inner join placed as other on other.indicator_id = own.indicator_id and other.area_code <> own.area_code
    cross join steps
    where own.spread is not null
),

counts as (
    select
        indicator_id,
        area_code,
        weight,
        1 + sum(below) as middle,
        sqrt(sum(below * (1 - below))) as spread,
    from chances
    group by indicator_id, area_code, step, weight
),

ranks as (
    select
        counts.indicator_id,
        counts.area_code,
        counts.middle + steps.step * counts.spread as rank,
        counts.weight * steps.weight as weight,
    from counts
    cross join steps
),

summed as (
    select
        indicator_id,
        area_code,
        rank,
        sum(weight) over (partition by indicator_id, area_code order by rank)
        / sum(weight) over (partition by indicator_id, area_code) as share,
    from ranks
),

ends as (
    select
        indicator_id,
        area_code,
        round(min(rank) filter (share >= 0.025)) as low,
        round(min(rank) filter (share >= 0.975)) as high,
    from summed
    group by indicator_id, area_code
)

select
    placed.indicator_id,
    placed.area_code,
    placed.period_end,
    -- chance moves the lowest mostly up and the highest mostly down: the rank as published is in the range all the same
    cast(greatest(least(ends.low, placed.place), 1) as integer) as rank_low,
    cast(least(greatest(ends.high, placed.place), placed.ranked_of) as integer) as rank_high,
from ends
inner join placed using (indicator_id, area_code)
order by placed.indicator_id, placed.area_code;
