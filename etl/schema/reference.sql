-- The curated tables of data/reference, one per file, with the rules that a row must keep.
create type date_precision as enum ('day', 'month', 'year');
create type confidence as enum ('high', 'medium', 'low');

create table authority (
    dfe_code varchar primary key check (regexp_full_match(dfe_code, '[0-9]{3}')),
    area_code varchar not null unique,
    name varchar not null unique,
    plain_name varchar not null unique,
    region_code varchar not null,
    region_name varchar not null,
    opened_on date,
    closed_on date check (closed_on > opened_on),
    tiny varchar not null check (tiny in ('yes', 'no'))
);

create table authority_code (
    area_code varchar not null,
    dfe_code varchar not null references authority (dfe_code),
    from_on date,
    to_on date,
    note varchar,
    primary key (area_code, dfe_code)
);

create table authority_name (
    dfe_code varchar not null references authority (dfe_code),
    name varchar not null,
    used_by varchar not null,
    primary key (dfe_code, name)
);

create table authority_change (
    changed_on date not null,
    kind varchar not null check (kind in ('merged', 'split', 'boundary', 'recoded')),
    predecessor_code varchar not null,
    successor_code varchar not null,
    note varchar not null
);

create table joint_return (
    joint_code varchar not null,
    area_code varchar not null,
    region_code varchar not null,
    name varchar not null,
    member_code varchar not null references authority (dfe_code),
    first_period_end date not null,
    last_period_end date,
    note varchar,
    primary key (joint_code, member_code)
);

create table region (
    area_code varchar primary key,
    name varchar not null unique,
    level varchar not null check (level in ('england', 'region', 'london_area')),
    parent_code varchar,
    other_names varchar
);

create table symbol (
    symbol varchar not null,
    layout varchar not null,
    status varchar not null check (
        status in ('suppressed', 'unreliable', 'not_available', 'not_applicable', 'rounds_to_zero')
    ),
    meaning varchar not null,
    primary key (symbol, layout)
);

create table intervention (
    intervention_id varchar primary key,
    dfe_code varchar not null references authority (dfe_code),
    authority_name varchar not null,
    began_on date not null,
    began_precision date_precision not null,
    ended_on date,
    ended_precision date_precision,
    state varchar not null check (state in ('ended', 'in_force', 'end_unknown')),
    scope varchar not null check (scope in ('social_care', 'education', 'send', 'corporate', 'mixed')),
    form varchar not null,
    trigger varchar,
    source_url_began varchar not null,
    source_url_ended varchar,
    confidence confidence not null,
    note varchar,
    check ((state = 'ended') = (ended_on is not null)),
    check (ended_on >= began_on)
);

create table intervention_phase (
    intervention_id varchar not null references intervention (intervention_id),
    phase varchar not null,
    began_on date not null,
    began_precision date_precision not null,
    ended_on date,
    ended_precision date_precision,
    title varchar not null,
    event_ids varchar,
    confidence confidence not null,
    note varchar,
    primary key (intervention_id, began_on),
    check (ended_on >= began_on)
);

create table intervention_event (
    event_id varchar primary key,
    intervention_id varchar references intervention (intervention_id),
    dfe_code varchar not null references authority (dfe_code),
    authority_name varchar not null,
    event_on date not null,
    date_precision date_precision not null,
    kind varchar not null,
    scope varchar not null check (scope in ('social_care', 'send', 'corporate', 'context')),
    happened varchar not null check (happened in ('happened', 'planned', 'conditional', 'not_carried_out')),
    title varchar not null,
    detail varchar,
    source_title varchar not null,
    source_url varchar not null,
    source_date varchar,
    confidence confidence not null,
    note varchar
);

create table event (
    event_id varchar primary key,
    scope varchar not null check (scope in ('national', 'authority')),
    dfe_code varchar,
    authority_name varchar,
    nation varchar not null check (nation in ('England', 'Wales')),
    event_on date not null,
    date_precision date_precision not null,
    kind varchar not null,
    title varchar not null,
    detail varchar,
    source_title varchar not null,
    source_url varchar,
    confidence confidence not null
);

create table series_break (
    break_id varchar not null,
    indicator_id varchar not null,
    from_period_end date not null,
    to_period_end date not null check (to_period_end > from_period_end),
    title varchar not null,
    detail varchar not null,
    source varchar not null,
    primary key (break_id, indicator_id)
);

-- an authority that a publisher left out of a total that has a figure all the same
create table left_out (
    source_id varchar not null,
    measure varchar not null,
    area_code varchar not null,
    period_end date not null,
    dfe_code varchar not null references authority (dfe_code),
    source varchar not null,
    primary key (source_id, measure, area_code, period_end, dfe_code)
);

create table point_note (
    note_id varchar primary key,
    dfe_code varchar,
    area_code varchar,
    indicator_id varchar not null,
    period_end date not null,
    kind varchar not null check (
        kind in (
            'not_available', 'unreliable', 'unusual_value', 'joint_return', 'suppressed_or_small', 'provisional',
            'data_confidence', 'coverage', 'large_change', 'same_figures', 'first_year'
        )
    ),
    note varchar not null,
    source varchar not null,
    -- about one authority, or about England or a region; about every authority where neither is named
    check (dfe_code is null or area_code is null)
);

-- England as a map of one equal tile an authority: hexagons with a corner up, in rows from the north; those of odd rows
-- lie half a tile to the east. Authorities that were never there at once may share a place.
create table tile (
    dfe_code varchar primary key references authority (dfe_code),
    tile_column integer not null check (tile_column >= 0),
    tile_row integer not null check (tile_row >= 0)
);

-- The true outlines, as the path of an SVG 600 units high: of the authorities that there are, not of those that ended.
create table outline (
    area_code varchar primary key references authority (area_code),
    outline varchar not null check (starts_with(outline, 'M'))
);
