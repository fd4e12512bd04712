-- One row per judgement area that one inspection of an authority is given twice.
select
    any_value(source_file) as source_file,
    min(source_row) as first_row,
    max(source_row) as last_row,
    any_value(authority_name) || ' ' || judgement_area || ' of ' || published_on as judged,
from tidy
group by dfe_code, framework, published_on, judgement_area
having count(*) > 1
order by source_file, first_row
