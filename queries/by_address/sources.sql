-- One row per publisher's file that was read, and source that it was read for.
select
    source.source_id,
    source.title,
    source.publisher,
    source.url,
    source.licence,
    source.description,
    source_file.edition,
    source_file.published,
    source_file.file,
    source_file.sha256,
    source_file.rows_read,
    source_file.rows_kept,
    source.next_release,
from source_file
inner join source using (source_id)
order by source.source_id, source_file.edition
