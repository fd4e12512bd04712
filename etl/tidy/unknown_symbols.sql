-- One row per cell that is neither a number nor a known symbol.
select source_file, source_row, measure, figure
from tidy
where status is null
order by source_file, source_row, measure
