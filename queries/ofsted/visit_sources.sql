-- One row per publication behind the visits: Ofsted's lists, as published, and its letters, as far as they are held.
select
    source.title,
    source.publisher,
    list(distinct source_file.published order by source_file.published) as published,
from source
inner join source_file using (source_id)
where source.content = 'visits'
group by all

union all

select
    'Letters of ' || count(*) || ' focused visits',
    'Ofsted, collected by Data to Insight (ofsted-focused-visit-scrape-tool)',
    [cast(min(published_on) as varchar) || ' to ' || max(published_on)],
from focused_visit
