-- One row per authority given twice by an index of deprivation, or with a score that is no share of children.
select
    source_file,
    source_row,
    authority_name,
from tidy
qualify
    count(*) over (partition by index_year, dfe_code) > 1
    or not (average_score between 0 and 1 and most_deprived_tenth between 0 and 1)
order by source_file, source_row
