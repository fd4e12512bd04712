-- One row per quarter of the deflator of the gross domestic product, 2022 = 100.
with

quarters as (
    select
        *,
        last_day(make_date(cast(left(period, 4) as integer), 3 * cast(right(period, 1) as integer), 1)) as period_end,
    from staged
    where regexp_full_match(period, '[0-9]{4} Q[1-4]')
)

select
    edition,
    period_end,
    cast(figure as double) as value,
    source_file,
    source_row,
from quarters
