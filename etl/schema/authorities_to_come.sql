-- One row per authority that begins or ends on a day that is not over.
select name, coalesce(closed_on, opened_on) as day
from authority
where opened_on > $today or closed_on >= $today
order by day, name
