-- One row per authority and index of deprivation.
create or replace temp table tidy as
from source_rows
