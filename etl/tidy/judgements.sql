-- One row per inspection and judgement area of a source of judgements.
create or replace temp table tidy as
from source_rows
