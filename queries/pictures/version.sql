-- One row for the data as a whole: when the newest of its publications came out.
select max(published) as published from source_file
