-- One row per kind of visit: how many are held, of how many authorities, from when to when, and what they rest on.
-- `ended` names the authorities that ended after focused visits began and of which no letter is held.
select
    if(covid_visit, 'assurance', kind) as look,
    count(*) as visits,
    count(distinct dfe_code) as authorities,
    min(first_day) as first_on,
    max(first_day) as last_on,
    max(published_on) as published_to,
    count(*) filter (basis = 'letter and list') as in_both,
    count(*) filter (basis = 'list') as in_list_alone,
    (
        select list(name order by name)
        from authority
        where
            closed_on >= (select min(first_day) from focused_visit)
            and dfe_code not in (select focused_visit.dfe_code from focused_visit)
    ) as ended,
from visit
group by look
order by look
