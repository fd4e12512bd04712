-- One row per source row that names an authority the reference data does not know.
select source_file, source_row, coalesce(neighbour_dfe_code, '?') as authority
from tidy
where
    dfe_code is null
    or neighbour_dfe_code is null
    or dfe_code not in (select dfe_code from authority)
    or neighbour_dfe_code not in (select dfe_code from authority)
order by source_file, source_row
