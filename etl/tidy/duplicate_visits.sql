-- One row per visit that is listed twice, in one file or in two.
select any_value(source_file), min(source_row), max(source_row), any_value(authority_name), first_day
from tidy
group by dfe_code, first_day, kind
having count(*) > 1
order by all
