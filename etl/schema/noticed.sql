-- One row per fact that a careful analyst would notice of a place's newest figures: what stands out, by written rules.
-- Filled by the scripts of the same name. Of a fact that could come by chance, `p` is the chance of it and `q` what
-- Benjamini and Hochberg's rule makes of it among all that were tested, of every place and indicator: a fact is kept with
-- q up to 0.05 alone. Counts have no facts of their own where the rate of them tells more; nor have pounds, averages and
-- full-time equivalents, of which chance cannot be told. Nothing rests on a figure withheld or flagged, but for the
-- first kind, which is about such.
--   kind            in the order of importance:
--     check           a figure to distrust first: `compared` is the mean of the years beside it, `before` and `after`
--     judgement       a report of the last twelve months: `grade`, `grade_before`, and whether intervention was in force
--     intervention    began or ended in the last twelve months, as `grade` says; `grade_before` is the grade in force then
--     largest_change  from the year before: the largest that the place has had in the years that may be compared
--     since           the highest or lowest since `from_period_end`, beyond chance from `compared`, the mean of the others
--     lowest, highest of all authorities with a figure, shared by `shared_by`
--     outside         beyond the 99.8% limits about England's figure; `compared` is the limit passed
--     turn            a trend over the last five figures against that over the five before them, the last of which is the
--                     first of these: at `from_period_end` it turned; `compared` is the figure of then
--     against_england a change that differs from England's
--     neighbours      beyond all statistical neighbours (newest model), eight at least of them; `compared` is their median
--   direction       1 up or high, -1 down or low
--   caveat          what one must know of a figure to distrust; of a report, its framework
create table noticed (
    place_code varchar not null,
    indicator_id varchar,
    kind varchar not null check (kind in (
        'check', 'judgement', 'intervention', 'largest_change', 'since', 'lowest', 'highest', 'outside', 'turn',
        'against_england', 'neighbours'
    )),
    direction integer,
    period_end date not null,
    from_period_end date,
    value double,
    status varchar not null,
    from_value double,
    compared double,
    before double,
    after double,
    england_value double,
    england_from double,
    counted integer,
    shared_by integer,
    test varchar not null,
    z double,
    p double,
    q double,
    tested_of integer,
    grade varchar not null default '',
    grade_before varchar not null default '',
    intervention varchar not null default '',
    caveat varchar not null default ''
);

-- Nothing is noticed of an indicator whose newest figure is more than two years older than the newest of all: it is no
-- news. Two years, for a yearly figure is at most a year and a half behind (March's beside September's) until its next.
create temp table going_on as
select indicator.*
from indicator
where (
    select max(observation.period_end) from observation where observation.indicator_id = indicator.indicator_id
) >= (select max(period_end) - interval 2 year from observation);

-- Figures to distrust first: unusual ones of any year, and a large change to the newest.
insert into noticed by name
with

noted as (
    select found_observation.*
    from found_observation
    inner join going_on as indicator using (indicator_id)
    where
        unusual
        and value is not null
        and asked_code = area_code
        and area_level in ('authority', 'joint return')
        and unit in ('%', 'per 10,000')
        and topic <> 'context'
),

beside as (
    select
        noted.area_code,
        noted.indicator_id,
        noted.period_end,
        any_value(noted.value) as value,
        any_value(noted.status) as status,
        any_value(noted.england_value) as england_value,
        any_value(noted.note) as note,
        arg_max(other.value, other.period_end) filter (other.period_end < noted.period_end) as before,
        arg_min(other.value, other.period_end) filter (other.period_end > noted.period_end) as after,
        coalesce((before + after) / 2, before) as compared,
    from noted
    inner join found_observation as other
        on other.asked_code = noted.area_code
        and other.area_code = noted.area_code
        and other.indicator_id = noted.indicator_id
        and other.segment = noted.segment
        and abs(other.period_end - noted.period_end) <= 550 -- days: a year and a half
    group by noted.area_code, noted.indicator_id, noted.period_end
),

newest as (
    select indicator_id, max(period_end) as newest_end from found_observation group by indicator_id
)

select
    area_code as place_code,
    indicator_id,
    'check' as kind,
    sign(value - compared) as direction,
    period_end,
    value,
    status,
    compared,
    before,
    after,
    england_value,
    'rule' as test,
    note as caveat,
from beside
inner join newest using (indicator_id)
-- the first or last figure of a run of years ago has one beside it alone
where before is not null and (after is not null or period_end = newest_end);

-- Reports of the twelve months to the newest day held, and the state at the last reference date before them.
insert into noticed by name
with

judged as (
    select *, lag(grade) over (partition by dfe_code order by published_on) as grade_before from standing
),

states as (
    select distinct area_code, period_end, state from state where state in ('under-intervention', 'no-intervention')
),

recent as (
    select area_code, published_on as happened_on, 'judgement' as kind, grade, coalesce(grade_before, '') as grade_before,
        framework as caveat
    from judged

    union all

    select authority.area_code, turns.turned_on, 'intervention', turns.turn, coalesce(standing.grade, 'none held'), ''
    from intervention
    inner join authority using (dfe_code)
    cross join lateral (
        select began_on as turned_on, 'began' as turn where began_precision <> 'year'
        union all
        select ended_on, 'ended' where ended_precision <> 'year'
    ) as turns
    left join standing
        on standing.dfe_code = intervention.dfe_code
        and standing.published_on <= turns.turned_on
        and coalesce(standing.next_published_on > turns.turned_on, true)
    where intervention.scope in ('social_care', 'mixed')
)

select
    recent.area_code as place_code,
    recent.kind,
    recent.happened_on as period_end,
    'published' as status,
    'none' as test,
    recent.grade,
    recent.grade_before,
    coalesce(arg_max(states.state, states.period_end), 'not known') as intervention,
    recent.caveat,
from recent
cross join known_to
left join states on states.area_code = recent.area_code and states.period_end <= recent.happened_on
where happened_on > known_to.day - interval 1 year and happened_on <= known_to.day
group by all;
