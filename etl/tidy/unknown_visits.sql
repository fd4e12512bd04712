-- One row per visit of a kind or on a day that cannot be read.
select source_file, source_row, kind_as_published, first_day
from tidy
where kind is null or first_day is null
order by all
