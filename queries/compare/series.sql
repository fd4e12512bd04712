-- One row per indicator, in the order of the catalogue: what a comparison must know of it before it draws.
with

held as (
    select
        indicator_id,
        year(min(period_end)) as first_year,
        year(max(period_end)) as last_year,
        count(denominator) > 0 as weighted,
    from observation
    group by indicator_id
),

broken as (
    select indicator_id, year(max(to_period_end)) as since_year from series_break group by indicator_id
)

select
    indicator.indicator_id,
    held.first_year,
    held.last_year,
    coalesce(broken.since_year, held.first_year) as base_year,
    indicator.ranked,
    indicator.is_count as counted,
    held.weighted,
from indicator
inner join held using (indicator_id)
left join broken using (indicator_id)
order by indicator.position
