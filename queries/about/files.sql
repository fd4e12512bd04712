-- One row per file that was read, and source that it was read for: when it was published, and how to know it again.
select
    file,
    publication,
    publisher,
    edition,
    published,
    licence,
    sha256,
    rows_read,
    rows_kept,
from source_file
order by publisher, publication, edition, file
