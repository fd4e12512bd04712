-- One row per thing that the articles name or ask, in the order of the articles.
select
    trace_row,
    asks,
    coalesce(answered_at, '') as answered_at,
    coalesce(why_not, '') as why_not,
from trace
order by trace_row
