-- Curated tables of data/reference that others' words stand in: what was claimed, and where each question is answered.

-- A claim is somebody's, with who said it, where and when; no official figure. How it is held to the official figures is
-- said by `reading`, and judged by queries/claims/found.sql:
--   figure               `amount` is held to the figure of `period_end`, in the unit of the indicator
--   change, times        the change in percent, or the multiple, from `base_period_end` to `period_end`
--   rising, falling      the direction from `base_period_end` to `period_end`
--   judged_all           every graded judgement published from `base_period_end` to `period_end` was inadequate
--   judged_count         how many were
--   step                 a step of the register, `step_id`, took place from `base_period_end` to `period_end`
--   graded               `amount` names the grade of Ofsted that was in force on `period_end`
--   followed             services of authorities moved to trusts or companies after `period_end`
--   none                 it cannot be checked: `why_not` says why, and `indicator_id` names the nearest series
create table claim (
    claim_id varchar primary key,
    said_on date,
    date_precision varchar check (date_precision in ('day', 'month', 'year')),
    claimant varchar not null,
    outlet varchar not null,
    article varchar not null check (article in ('yes', 'no')),
    area_code varchar,
    place varchar not null,
    about varchar not null,
    said varchar not null,
    word varchar check (
        word in ('exactly', 'about', 'almost', 'more_than', 'at_least', 'fewer_than', 'up_to', 'fraction')
    ),
    amount varchar,
    reading varchar not null check (
        reading in (
            'figure', 'change', 'times', 'rising', 'falling', 'judged_all', 'judged_count', 'graded', 'step',
            'followed', 'none'
        )
    ),
    indicator_id varchar,
    period_end date,
    base_period_end date,
    step_id varchar,
    differs_by varchar,
    one_of varchar,
    why_not varchar,
    source varchar not null,
    note varchar,
    check ((said_on is null) = (date_precision is null)),
    check ((reading = 'none') = (why_not is not null)),
    check ((reading = 'step') = (step_id is not null)),
    check ((reading in ('figure', 'change', 'times', 'judged_count', 'graded')) = (amount is not null)),
    check (amount is null or reading = 'graded' or try_cast(amount as double) is not null),
    check (reading <> 'graded' or (area_code is not null and period_end is not null)),
    check (
        reading not in ('figure', 'change', 'times', 'rising', 'falling')
        or (area_code is not null and indicator_id is not null and period_end is not null)
    ),
    check (
        reading not in ('change', 'times', 'rising', 'falling', 'judged_all', 'judged_count', 'step')
        or base_period_end < period_end
    )
);

-- One row per dated step of the register or of the other events: what happened, was planned or was said.
create view known_step as
select event_id, event_on, cast(date_precision as varchar) as date_precision, happened, title
from intervention_event
union all
select event_id, event_on, cast(date_precision as varchar), 'happened', title
from event;

-- One row per thing that the articles name or ask: the address of the view that answers it, or why none can.
create table trace (
    trace_row varchar primary key check (regexp_full_match(trace_row, 'R[0-9]{3}')),
    asks varchar not null unique,
    answered_at varchar check (starts_with(answered_at, '/')),
    why_not varchar,
    check ((answered_at is null) <> (why_not is null))
);
