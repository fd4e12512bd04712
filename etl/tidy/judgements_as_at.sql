-- One row per authority and judgement area of a table of latest judgements on one day.
create or replace temp table tidy as
from source_rows
