-- One row per authority of a model that has not exactly ten neighbours, ranked 1 to 10.
select
    any_value(source_file) as source_file,
    dfe_code,
    count(distinct rank) as neighbours,
from tidy
group by model, dfe_code
having count(*) <> 10 or count(distinct rank) <> 10 or min(rank) <> 1 or max(rank) <> 10
order by dfe_code
