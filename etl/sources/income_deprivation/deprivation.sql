-- One row per authority of an index of income deprivation affecting children, as the authorities then were.
select
    cast(staged.edition as integer) as index_year,
    authority_code.dfe_code,
    cast(staged.average_score as double) as average_score,
    cast(staged.rank_of_average_score as integer) as rank_of_average_score,
    cast(staged.most_deprived_tenth as double) as most_deprived_tenth,
    cast(staged.rank_of_most_deprived_tenth as integer) as rank_of_most_deprived_tenth,
    staged.authority_name,
    staged.edition,
    staged.source_file,
    staged.source_row,
from staged
left join authority_code using (area_code)
