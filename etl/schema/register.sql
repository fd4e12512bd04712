-- More curated tables of data/reference: Ofsted's pages and the reports read, accounts that differ, and what was changed
-- in the register.
create table ofsted_page (
    dfe_code varchar primary key references authority (dfe_code),
    page_url varchar not null check (starts_with(page_url, 'https://reports.ofsted.gov.uk/')),
    source_file varchar not null,
    source_sheet varchar not null
);

create table report_read (
    dfe_code varchar not null references authority (dfe_code),
    authority_name varchar not null,
    published_on date not null,
    inspected_on date not null check (inspected_on < published_on),
    judgements varchar not null,
    report_url varchar not null check (starts_with(report_url, 'https://files.ofsted.gov.uk/')),
    sha256 varchar check (regexp_full_match(sha256, '[0-9a-f]{64}')),
    read_on date not null check (read_on >= published_on),
    primary key (dfe_code, published_on)
);

create table focused_visit (
    dfe_code varchar not null references authority (dfe_code),
    authority_name varchar not null,
    first_day date not null,
    dates_in_letter varchar not null,
    published_on date not null check (published_on > first_day),
    covid_visit varchar not null check (covid_visit in ('yes', 'no')),
    focus varchar,
    urn varchar not null,
    report_file varchar not null,
    sha256 varchar not null unique check (regexp_full_match(sha256, '[0-9a-f]{64}')),
    note varchar,
    primary key (dfe_code, first_day),
    check ((covid_visit = 'yes') = (focus is null))
);

create table contradiction (
    contradiction_id varchar primary key,
    dfe_code varchar not null references authority (dfe_code),
    about varchar not null,
    one_account varchar not null,
    one_source varchar not null,
    other_account varchar not null,
    other_source varchar not null,
    treated_as varchar not null,
    confidence confidence not null
);

create table register_change (
    changed_on date not null,
    file varchar not null,
    row_id varchar not null,
    change varchar not null check (change in ('added', 'corrected', 'removed')),
    changed varchar,
    before varchar,
    after varchar,
    why varchar not null,
    primary key (changed_on, file, row_id),
    check ((change = 'corrected') = (changed is not null))
);

-- What is not certain in the register: nothing listed here may be shown as if it were.
create view register_doubt as
select
    'intervention' as kind,
    intervention_id as row_id,
    dfe_code,
    authority_name,
    concat('Intervention that began in ', year(began_on)) as title,
    'end not known' as doubt,
from intervention
where state = 'end_unknown'

union all

select 'intervention', intervention_id, dfe_code, authority_name, concat('Intervention that began in ', year(began_on)), 'low confidence'
from intervention
where confidence = 'low'

union all

select 'phase', concat(intervention_id, ' ', intervention_phase.began_on), dfe_code, authority_name, title, 'low confidence'
from intervention_phase
inner join intervention using (intervention_id)
where intervention_phase.confidence = 'low'

union all

select 'dated step', event_id, dfe_code, authority_name, title, 'low confidence'
from intervention_event
where confidence = 'low'

union all

select 'event', event_id, dfe_code, coalesce(authority_name, 'England'), title, 'low confidence'
from event
where confidence = 'low';
