-- One row per authority named: the grade that stands for its services as a whole by its newest report.
select area_code, arg_max(grade, published_on) as grade
from standing
where area_code in $authorities
group by area_code
order by area_code
