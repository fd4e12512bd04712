-- One row per inspection and judgement area of the sources read so far: a later source reads only what is new.
create temp table judgement (
    dfe_code varchar,
    authority_name varchar,
    framework varchar,
    inspection_type varchar,
    inspected_on date,
    published_on date,
    judgement_area varchar,
    grade varchar,
    grade_as_published varchar,
    basis varchar,
    edition varchar,
    source_file varchar,
    source_row bigint
)
