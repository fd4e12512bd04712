-- One row per publication that is loaded: its newest edition, the newest first.
select
    source.title,
    source.publisher,
    source.url,
    max(source_file.published) as published,
    max(source_file.edition) as edition,
    any_value(source.next_release) as next_release,
from source_file
inner join source using (source_id)
where source.content <> 'judgements_as_at'
group by source.title, source.publisher, source.url
order by published desc, source.title
limit 8
