-- The tables that a build fills from data/snapshot and the catalogue.
create table source (
    source_id varchar primary key,
    title varchar not null,
    publisher varchar not null,
    url varchar not null,
    licence varchar not null,
    description varchar not null,
    content varchar not null,
    next_release varchar not null
);

create table source_file (
    file varchar not null,
    source_id varchar not null references source (source_id),
    edition varchar not null,
    publication varchar not null,
    publisher varchar not null,
    published varchar not null,
    licence varchar not null,
    sha256 varchar not null,
    rows_read integer not null,
    rows_kept integer not null,
    tidy_sha256 varchar not null,
    primary key (source_id, edition)
);

create table indicator (
    indicator_id varchar primary key,
    position integer not null unique,
    title varchar not null,
    short_title varchar not null,
    topic varchar not null,
    unit varchar not null,
    measure varchar not null,
    decimals integer not null,
    better varchar not null check (better in ('higher', 'lower', 'neither')),
    better_reason varchar not null,
    basis varchar not null check (basis in ('snapshot', 'year')),
    definition varchar not null,
    caveats varchar[] not null,
    per integer not null,
    population boolean not null,
    prices integer not null,
    ranked boolean not null,
    looks_back boolean not null,
    of_some boolean not null,
    is_count boolean not null
);

create table indicator_measure (
    indicator_id varchar not null references indicator (indicator_id),
    series_number integer not null,
    source_id varchar not null references source (source_id),
    role varchar not null check (role in ('published', 'numerator', 'denominator')),
    measure varchar not null
);

create temp table figure (
    source_id varchar not null,
    edition varchar not null,
    measure varchar not null,
    area_code varchar not null,
    period_end date not null,
    value double,
    status varchar not null check (
        status in (
            'published', 'suppressed', 'unreliable', 'not_available', 'not_applicable', 'rounds_to_zero'
        )
    ),
    source_file varchar not null,
    source_row integer not null -- beside it a value or none: status_contradicted.sql
);

create table observation_edition (
    indicator_id varchar not null,
    series_number integer not null,
    area_code varchar not null,
    period_start date not null,
    period_end date not null,
    value double,
    status varchar not null check (
        status in (
            'published', 'suppressed', 'unreliable', 'not_available', 'not_applicable', 'rounds_to_zero'
        )
    ),
    numerator double,
    denominator double,
    derived boolean not null,
    source_id varchar not null,
    edition varchar not null,
    source_file varchar not null,
    source_row integer not null,
    denominator_file varchar,
    denominator_row integer,
    latest boolean not null,
    price_factor double,
    price_file varchar,
    price_row integer,
    check ((status = 'published') = (value is not null))
);

create table judgement_row (
    dfe_code varchar not null references authority (dfe_code),
    published_on date not null,
    framework varchar not null,
    judgement_area varchar not null,
    inspection_type varchar not null,
    inspected_on date,
    grade varchar not null check (
        grade in ('outstanding', 'good', 'adequate', 'requires improvement', 'inadequate')
    ),
    grade_as_published varchar not null,
    authority_name varchar not null,
    basis varchar not null check (basis in ('ofsted', 'compiled')),
    edition varchar not null,
    source_file varchar not null,
    source_row integer not null,
    primary key (dfe_code, framework, published_on, judgement_area)
);

create table judgement_as_at (
    as_at date not null,
    dfe_code varchar not null references authority (dfe_code),
    judgement_area varchar not null,
    authority_name varchar not null,
    inspected_on date not null,
    published_on date,
    grade varchar not null,
    grade_as_published varchar not null,
    edition varchar not null,
    source_file varchar not null,
    source_row integer not null,
    primary key (as_at, dfe_code, judgement_area)
);

create table visit_row (
    dfe_code varchar not null references authority (dfe_code),
    first_day date not null,
    kind varchar not null check (kind in ('focused', 'monitoring')),
    published_on date,
    theme varchar not null,
    kind_as_published varchar not null,
    authority_name varchar not null,
    edition varchar not null,
    source_file varchar not null,
    source_row integer not null,
    primary key (dfe_code, first_day, kind)
);

create table neighbour (
    model varchar not null,
    dfe_code varchar not null references authority (dfe_code),
    rank integer not null check (rank between 1 and 10),
    neighbour_dfe_code varchar not null references authority (dfe_code),
    closeness varchar not null,
    edition varchar not null,
    source_file varchar not null,
    source_row integer not null,
    primary key (model, dfe_code, rank),
    check (dfe_code <> neighbour_dfe_code)
);

create table deflator (
    edition varchar not null,
    period_end date primary key,
    value double not null check (value > 0),
    source_file varchar not null,
    source_row integer not null
);

create table deprivation (
    index_year integer not null,
    dfe_code varchar not null references authority (dfe_code),
    average_score double not null check (average_score between 0 and 1),
    rank_of_average_score integer not null,
    most_deprived_tenth double not null check (most_deprived_tenth between 0 and 1),
    rank_of_most_deprived_tenth integer not null,
    edition varchar not null,
    source_file varchar not null,
    source_row integer not null,
    primary key (index_year, dfe_code)
);

create table build (
    catalogue varchar not null,
    built_at timestamp not null
);
