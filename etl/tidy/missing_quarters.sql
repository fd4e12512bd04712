-- One row per quarter of a series of prices that does not follow upon another: one between them is missing or doubled.
with

sequence as (
    select *, lag(period_end) over (partition by edition order by period_end) as quarter_before
    from tidy
)

select source_file, source_row, period_end
from sequence
where last_day(cast(quarter_before + interval 3 month as date)) <> period_end
order by source_file, source_row
