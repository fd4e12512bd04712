-- One row per column of each view and table of the database, in order, with its type; and when it was built.
select
    columns.table_name,
    columns.column_name,
    columns.data_type,
    build.built_at,
from duckdb_columns() as columns
cross join build
where columns.database_name = current_database() and not columns.internal
order by columns.table_name, columns.column_index
