-- One row per area, period and measure that an edition gives more than once.
select
    any_value(source_file) as source_file,
    min(source_row) as first_row,
    max(source_row) as last_row,
    measure,
    area_code,
    period_end,
from tidy
group by edition, area_code, period_end, measure
having count(*) > 1
order by source_file, first_row, measure
