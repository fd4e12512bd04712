-- One row per indicator, series, role, area, reference date and edition: the published figure, the numerator or the
-- denominator, each the sum of its measures.
create temp table part as
with

matched as (
    select
        indicator_measure.indicator_id,
        indicator_measure.series_number,
        indicator_measure.role,
        figure.*,
    from indicator_measure
    inner join figure using (source_id, measure)
),

parts as (
    -- where several parts are withheld, max() names the reason that says most: unreliable, suppressed, ...
    select
        indicator_id,
        series_number,
        source_id,
        edition,
        area_code,
        period_end,
        role,
        sum(value) as value,
        coalesce(max(status) filter (status <> 'published'), 'published') as status,
        any_value(source_file) as source_file,
        min(source_row) as source_row,
        count(*) as found,
    from matched
    group by all
)

-- a sum is known only where each of its parts is there and published
select
    parts.* replace (case when parts.status = 'published' then parts.value end as value),
from parts
inner join (
    select indicator_id, series_number, role, count(*) as wanted
    from indicator_measure
    group by all
) as wish using (indicator_id, series_number, role)
where parts.found = wish.wanted
