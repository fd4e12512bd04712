-- One row per authority named that has not ended: the grade that stands for its services as a whole by its newest report.
select standing.area_code, arg_max(standing.grade, standing.published_on) as grade
from standing
inner join authority using (area_code)
where standing.area_code in $authorities and authority.closed_on is null
group by standing.area_code
order by standing.area_code
