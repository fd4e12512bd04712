-- One row per file that was read: what it is, when it was published, and how its contents can be told from others.
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
