-- One row per break in the series of the chosen indicators: no line is drawn from one date to the other.
select
    indicator_id,
    from_period_end,
    to_period_end,
    title,
    detail,
    source,
from series_break
where indicator_id in $indicators
order by indicator_id, to_period_end
