-- One row: a word that is the same wherever the same data were built, and when this database was, in universal time.
select
    catalogue as data,
    built_at,
from build
