-- One row per visit in a list of Ofsted's.
create or replace temp table tidy as
from source_rows
