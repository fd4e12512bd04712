-- One row: how many dated events of an authority and of England are kept, and how many breaks in how many series.
select
    (
        select count(*) from event
        inner join authority using (dfe_code)
        where event.scope = 'authority' and authority.area_code = $authority
    ) as local_events,
    (select count(*) from event where scope = 'national') as national_events,
    (select count(*) from series_break) as breaks,
    (select count(distinct indicator_id) from series_break) as broken_series,
