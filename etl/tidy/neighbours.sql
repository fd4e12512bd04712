-- One row per model, authority and rank of neighbour.
create or replace temp table tidy as
from source_rows
