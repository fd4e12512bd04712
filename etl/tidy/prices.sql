-- One row per quarter of a series of prices.
create or replace temp table tidy as
from source_rows
