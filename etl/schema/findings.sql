-- One row per authority, indicator and window of years of which a headline may say that it rose or fell.
-- What a headline must not do is decided here, once:
--   * rest on a figure that is withheld or flagged: none within the window, nor just outside it at either end; at its
--     ends none that few stand behind, none of a year that was unsettled everywhere, and none that stands alone, below
--     half or above 1.6 times two alike beside it, however small; no break, no other publication and no other area
--   * call a change what rounding or chance makes, or what is too small to matter: below 5% of the figure it began
--     from, or for a percentage below one point
--   * say of a window what a year within it contradicts: that from there the figure moved the other way as clearly,
--     or in each of the last three years the other way
--   * depend on the choice of the first year: that is the first figure since the break, or five years or one year
--     before the last; any other stands only where the figure moved the same way from each of those three
-- Chance: for percentages the interval of the difference is Newcombe's of 1998 (Statistics in Medicine 17, pages 873 to
-- 890, method 10), from the intervals of the two figures. Counts, and rates of them, vary from year to year by far more
-- than Poisson's rule allows: by how much is measured in dispersions.sql. Of such changes one in fourteen passes, of a
-- third of the largest authorities one in nine at most; by Poisson's rule two in three did.
--   base_period_end   the year from which the change is told: the first of the window, or within it the `peak`, which
--                     is above all figures held of the authority and is named as such
--   england_base      with `england_value` the figures of England of the same two dates, where it moved the same way by
--                     at least 40% of the move: then they must be told too; in proportion for counts
create table finding as
with

judged as (
    select
        figure_pair.*,
        sign(moved) as direction,
        not small
        and abs(moved) > 1.001 * pow(10, -decimals)
        and abs(moved) >= 0.05 * abs(from_value)
        and (unit <> '%' or abs(moved) > 0.999)
        and coalesce(
            case unit
                when '%' then
                    moved - sqrt(pow(to_value - to_lower, 2) + pow(from_upper - from_value, 2)) > 0
                    or moved + sqrt(pow(to_upper - to_value, 2) + pow(from_value - from_lower, 2)) < 0
                when 'number' then abs(ln(nullif(to_value, 0) / nullif(from_value, 0))) > by_chance
                -- no finding on a rate whose count is not held: it cannot be told whether enough are behind it
                when 'per 10,000' then abs(ln(nullif(to_value, 0) / nullif(from_value, 0))) > by_chance and poisson is not null
            end,
            false
        ) as clear,
    from figure_pair
    left join dispersion using (indicator_id)
    cross join lateral (select 1.96 * sqrt(greatest(factor * poisson, usual)) as by_chance)
),

weighed as (
    select
        *,
        -- the years within the window, from which the figure may have moved the other way
        coalesce(bool_or(clear and direction > 0) over within_it, false) as rose_since,
        coalesce(bool_or(clear and direction < 0) over within_it, false) as fell_since,
        bool_and(direction > 0) filter (fixed) over to_it as rose_from_all,
        bool_and(direction < 0) filter (fixed) over to_it as fell_from_all,
    from judged
    window
        within_it as (
            partition by area_code, indicator_id, to_period_end
            order by from_period_end
            rows between 1 following and unbounded following
        ),
        to_it as (partition by area_code, indicator_id, to_period_end)
),

told as (
    select
        *,
        clear
        and not no_end
        and if(
            direction > 0,
            not fell_since and not coalesce(fell_thrice, false),
            not rose_since and not coalesce(rose_thrice, false)
        ) as steady,
        steady and (fixed or if(direction > 0, rose_from_all, fell_from_all)) as plain,
        steady and from_peak and direction < 0 as peak,
    from weighed
),

windows as (
    select window_of.*, if(base.peak, base, window_of) as base_of, coalesce(base.peak, false) as peak_told,
    from told as window_of
    left join told as base
        on not window_of.plain
        and base.peak
        and base.area_code = window_of.area_code
        and base.indicator_id = window_of.indicator_id
        and base.to_period_end = window_of.to_period_end
        and base.from_period_end >= window_of.from_period_end
    where window_of.clean_outside and (window_of.plain or base.clean_outside)
)

select
    area_code,
    indicator_id,
    from_period_end,
    to_period_end,
    peak_told as peak,
    base_of.from_period_end as base_period_end,
    base_of.from_value as base_value,
    base_of.to_value as value,
    if(alike, base_of.england_from, null) as england_base,
    if(alike, base_of.england_to, null) as england_value,
from windows
cross join lateral (
    select
        case
            when unit in ('%', 'per 10,000') then
                (base_of.england_to - base_of.england_from) / base_of.moved >= 0.4
            else ln(base_of.england_to / nullif(base_of.england_from, 0)) / ln(base_of.to_value / base_of.from_value) >= 0.4
        end as alike
)
order by indicator_id, area_code, to_period_end, from_period_end
