-- One row per authority or joint return that there was in either of two spans of years: how its figure changed.
-- Of a span the plain mean of its years' figures is taken; a year alone is a span of one. `refused` says why two are not
-- compared: another area answers or the authority was not there (other_area), no figure (no_from, no_to), too few to be
-- shown (rounds_to_zero), a break in the series between them (break), a doubt about a figure (doubted). That a figure
-- comes from another publication is told, and no break by itself. A change that is compared is not tested where a figure is small, a year was unsettled everywhere
-- (unsettled), or chance cannot be told (no_denominator); `untested` says which.
-- Percentages are tested as two binomial shares about their common one. Counts and rates are tested on the scale of
-- logarithms, by the variance that neighbouring years have (etl/schema/dispersions.sql): the larger of what
-- many times Poisson's gives for such counts and of what is usual for all; a mean of years has less of both.
-- Of all tested, Benjamini and Hochberg's rule (Journal of the Royal Statistical Society B 57, 1995, pages 289 to 300)
-- says which are beyond chance: of those with q up to 0.05 one in twenty is expected to be by chance.
with

cells as (
    select
        area.area_code,
        area.name as area_name,
        area.area_level,
        area.region_code,
        area.tiny,
        dates.side,
        dates.period_end,
        figures.* exclude (area_code, period_end, area_level, tiny),
        case
            when figures.area_code is not null then figures.status
            when joint.area_code is not null or area.area_level = 'joint return' then 'elsewhere'
            when dates.period_end < area.opened_on or dates.period_end > area.closed_on then 'elsewhere'
            else 'not_available'
        end as found,
    from (
        select distinct
            period_end,
            if(year(period_end) <= $from_last, 'from', 'to') as side,
        from found_observation
        where
            indicator_id = $indicator
            and (year(period_end) between $from_first and $from_last or year(period_end) between $to_first and $to_last)
    ) as dates
    cross join area
    left join found_observation as figures
        on figures.indicator_id = $indicator
        and figures.period_end = dates.period_end
        and figures.asked_code = area.area_code
        and figures.area_code = area.area_code
    left join found_observation as joint
        on joint.indicator_id = $indicator
        and joint.period_end = dates.period_end
        and joint.asked_code = area.area_code
        and joint.area_code <> area.area_code
    where area.area_level in ('authority', 'joint return', 'england')
),

spans as (
    select
        area_code,
        area_name,
        area_level,
        region_code,
        tiny,
        min(period_end) filter (side = 'from') as from_period_end,
        max(period_end) filter (side = 'to') as to_period_end,
        avg(value) filter (side = 'from') as from_mean,
        avg(value) filter (side = 'to') as to_mean,
        count(*) filter (side = 'from') as from_years,
        count(*) filter (side = 'to') as to_years,
        count(*) filter (side = 'from' and value is null) as from_missing,
        count(*) filter (side = 'to' and value is null) as to_missing,
        string_agg(distinct found, ', ' order by found) filter (side = 'from' and value is null) as from_status,
        string_agg(distinct found, ', ' order by found) filter (side = 'to' and value is null) as to_status,
        bool_and(found = 'elsewhere') as nowhere, bool_or(found = 'elsewhere') as elsewhere,
        bool_or(found not in ('published', 'rounds_to_zero')) as missing,
        bool_or(found = 'rounds_to_zero') as rounded,
        count(distinct segment) > 1 as broken,
        count(distinct source_id) > 1 as other_publication,
        bool_or(coalesce(doubted, false)) as doubted,
        bool_or(coalesce(small, false)) as small,
        bool_or(coalesce(unsettled, false)) as unsettled,
        string_agg(distinct note, ' ' order by note) filter (note <> '') as note,
        string_agg(distinct general_note, ' ' order by general_note) filter (general_note <> '') as general_note,
        sum(value * denominator) / sum(denominator) as pooled,
        if(count(denominator) = count(*) and min(denominator) > 0, sum(1 / denominator) filter (side = 'from') / pow(from_years, 2)
        + sum(1 / denominator) filter (side = 'to') / pow(to_years, 2), null) as by_denominator,
        if(count(counted) = count(*) and min(counted) > 0, sum(1 / counted) filter (side = 'from') / pow(from_years, 2)
        + sum(1 / counted) filter (side = 'to') / pow(to_years, 2), null) as by_count,
    from (
        select cells.*, if(unit = 'number', value, numerator) as counted
        from cells
        inner join indicator on indicator.indicator_id = $indicator
    )
    group by area_code, area_name, area_level, region_code, tiny
    having from_years > 0 and to_years > 0
),

national as (
    select *, to_mean - from_mean as change
    from spans
    where area_level = 'england' and not missing and not broken
),

measured as (
    select
        spans.*,
        case
            when spans.elsewhere then 'other_area'
            when spans.missing and spans.from_missing > 0 then 'no_from'
            when spans.missing then 'no_to'
            when spans.rounded then 'rounds_to_zero'
            when spans.broken then 'break'
            when spans.doubted then 'doubted'
            else ''
        end as refused,
        if(refused = '', spans.to_mean - spans.from_mean, null) as change,
        indicator.unit in ('number', 'per 10,000') as relative,
        ln(nullif(spans.to_mean, 0) / nullif(spans.from_mean, 0)) as ratio,
        ln(nullif(national.to_mean, 0) / nullif(national.from_mean, 0)) as national_ratio,
        national.from_mean as england_from,
        national.to_mean as england_to,
        national.change as england_change,
        case
            when indicator.topic = 'context' then null
            when indicator.unit = '%' then share_error(spans.pooled, spans.by_denominator)
            when relative then series_error(
                dispersion.factor, dispersion.usual, spans.by_count, 1 / spans.from_years + 1 / spans.to_years
            )
        end as standard_error,
        case
            when refused <> '' then 'refused'
            when spans.small then 'small'
            when spans.unsettled then 'unsettled'
            when standard_error > 0 then ''
            else 'no_denominator'
        end as untested,
    from spans
    inner join indicator on indicator.indicator_id = $indicator
    left join dispersion using (indicator_id)
    left join national on true
    where spans.area_level <> 'england' and not spans.nowhere
),

standardised as (
    select
        *,
        if(untested = '', if(relative, ratio, change) / standard_error, null) as z,
        if(untested = '', if(relative, ratio - national_ratio, change - england_change) / standard_error, null)
            as z_england,
        chance_of(z) as p,
        chance_of(z_england) as p_england,
    from measured
),

ordered as (
    select
        *,
        count(p) over () as tested_of,
        -- over the share of the tests that have as small a chance
        p / cume_dist() over (partition by p is null order by p) as step,
        p_england / cume_dist() over (partition by p_england is null order by p_england) as step_england,
    from standardised
)

select
    area_code,
    area_name,
    area_level,
    region_code,
    from_period_end,
    to_period_end,
    from_years,
    to_years,
    if(from_missing = 0, from_mean, null) as from_value,
    if(to_missing = 0, to_mean, null) as to_value,
    coalesce(from_status, 'published') as from_status,
    coalesce(to_status, 'published') as to_status,
    refused,
    change,
    if(change is not null and from_mean > 0, 100 * (to_mean / from_mean - 1), null) as change_percent,
    england_from,
    england_to,
    england_change,
    change - england_change as against_england,
    case when untested <> '' then '' when relative then 'series' else 'binomial' end as test,
    untested,
    if(untested = '', standard_error, null) as standard_error,
    z,
    p,
    if(p is null, null, least(1, min(step) over (order by p desc))) as q,
    tested_of,
    coalesce(q <= 0.05, false) as beyond_chance,
    z_england,
    p_england,
    if(p_england is null, null, least(1, min(step_england) over (order by p_england desc))) as q_england,
    coalesce(q_england <= 0.05, false) as beyond_england,
    other_publication,
    small,
    coalesce(note, '') as note,
    coalesce(general_note, '') as general_note,
from ordered
order by area_name
