-- One row per two figures of an authority and indicator that lie in one run: from the first to the second nothing is
-- withheld or flagged, no year is left out, and neither the method, the publication nor the area changes.
--   clean_outside  nor is the figure just before the first, or just after the second, where they may be compared at all
--   no_end         one of the two is of a year that was unsettled everywhere, or stands alone, far from two alike beside it
--   fixed          the first is that since the break, or of one or five years before the second
--   from_peak      the first is above all others held of the authority, and the second is the newest
create temp table figure_pair as
with

figures as (
    select
        found_observation.*,
        indicator.unit,
        indicator.decimals,
        if(indicator.unit = 'number', found_observation.value, found_observation.numerator) as counted,
        found_observation.status = 'published' and not found_observation.flagged as clean,
        found_observation.period_end = max(found_observation.period_end) over (partition by indicator_id) as newest,
        found_observation.value > max(found_observation.value) over (
            partition by area_code, indicator_id
            order by found_observation.period_end
            rows between unbounded preceding and unbounded following
            exclude current row
        ) as highest,
    from found_observation
    inner join indicator using (indicator_id)
    -- of other units, as full-time equivalents and pounds, chance cannot be told
    where asked_code = area_code and area_level = 'authority' and not tiny and unit in ('%', 'number', 'per 10,000')
),

beside as (
    select
        *,
        if(
            lag(segment) over series = segment and period_end - lag(period_end) over series <= 550,
            lag(value) over series,
            null
        ) as value_before,
        if(
            lead(segment) over series = segment and lead(period_end) over series - period_end <= 550,
            lead(value) over series,
            null
        ) as value_after,
        coalesce(
            lag(clean) over series
            or lag(segment) over series <> segment
            or period_end - lag(period_end) over series > 550, -- days: a year and a half
            true
        ) as clean_before,
        coalesce(
            lead(clean) over series
            or lead(segment) over series <> segment
            or lead(period_end) over series - period_end > 550,
            true
        ) as clean_after,
        coalesce(
            clean
            and lag(clean) over series
            and lag(segment) over series = segment
            and lag(source_id) over series = source_id
            and period_end - lag(period_end) over series <= 550,
            false
        ) as continues,
        -- the first of those that may be set beside one another: the figure since the break
        min(period_end) filter (status = 'published') over (
            partition by area_code, indicator_id, segment, source_id
        ) as since_break,
    from figures
    window series as (partition by area_code, indicator_id order by period_end)
),

chains as (
    from (
        select
            *,
            sum(if(continues, 0, 1)) over series as chain,
            value - lag(value) over series as a_year,
            lag(value) over series - lag(value, 2) over series as year_before,
            lag(value, 2) over series - lag(value, 3) over series as two_before,
            unsettled or coalesce(
                least(value_before, value_after) >= 0.7 * greatest(value_before, value_after)
                and (value < 0.25 * (value_before + value_after) or value > 0.8 * (value_before + value_after)),
                false
            ) as no_end,
        from beside
        window series as (partition by area_code, indicator_id order by period_end)
    )
    where clean
)

select
    begun.area_code,
    begun.indicator_id,
    begun.period_end as from_period_end,
    ended.period_end as to_period_end,
    begun.unit,
    begun.decimals,
    begun.value as from_value,
    ended.value as to_value,
    ended.value - begun.value as moved,
    begun.lower_95 as from_lower,
    begun.upper_95 as from_upper,
    ended.lower_95 as to_lower,
    ended.upper_95 as to_upper,
    begun.denominator as from_denominator,
    ended.denominator as to_denominator,
    begun.counted as from_counted,
    ended.counted as to_counted,
    1 / nullif(begun.counted, 0) + 1 / nullif(ended.counted, 0) as poisson,
    begun.small or ended.small as small,
    begun.no_end or ended.no_end as no_end,
    ended.a_year > 0 and ended.year_before > 0 and ended.two_before > 0 as rose_thrice,
    ended.a_year < 0 and ended.year_before < 0 and ended.two_before < 0 as fell_thrice,
    begun.clean_before and ended.clean_after as clean_outside,
    ended.period_end - begun.period_end <= 550 as one_year,
    ended.newest,
    begun.period_end in (
        ended.since_break, ended.period_end - interval 1 year, ended.period_end - interval 5 year
    ) as fixed,
    ended.newest and begun.highest as from_peak,
    begun.england_value as england_from,
    ended.england_value as england_to,
from chains as begun
inner join chains as ended
    on ended.area_code = begun.area_code
    and ended.indicator_id = begun.indicator_id
    and ended.chain = begun.chain
    and ended.period_end > begun.period_end
