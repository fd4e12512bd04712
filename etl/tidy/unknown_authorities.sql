-- One row per source row about an authority that the reference data does not know.
select distinct source_file, source_row, authority_name
from tidy
where dfe_code is null
order by source_file, source_row
