-- One row per authority as it then was and index of income deprivation affecting children, the newest index first.
select
    deprivation.index_year,
    authority.name as authority_name,
    deprivation.average_score,
    deprivation.rank_of_average_score,
    count(*) over (partition by deprivation.index_year) as authorities,
    deprivation.most_deprived_tenth,
    deprivation.source_file,
    deprivation.source_row,
from deprivation
inner join authority using (dfe_code)
order by deprivation.index_year desc, authority.name
