-- One row per indicator: how it moved around judgements of inadequate, from the last reference date on or before the
-- report to the one two years after that, with England's change over the same dates. A judgement counts where both
-- figures are given, with no break between; of the authority itself, not of a joint return.
with

reports as (
    select area_code, published_on from standing where grade = 'inadequate' and not tiny
),

own as (
    select * from found_observation
    where indicator_id in $indicators and asked_code = area_code and status = 'published'
),

before as (
    select
        reports.area_code,
        reports.published_on,
        own.indicator_id,
        arg_max({'period_end': own.period_end, 'value': own.value, 'segment': own.segment}, own.period_end) as figure,
    from reports
    inner join own on own.area_code = reports.area_code and own.period_end <= reports.published_on
    group by all
),

moved as (
    select before.indicator_id, after.value - before.figure.value as change, after.england_value - england.value as beside
    from before
    inner join own as after
        on after.area_code = before.area_code
        and after.indicator_id = before.indicator_id
        and after.period_end = before.figure.period_end + interval 2 year
        and after.segment = before.figure.segment
    inner join own as england
        on england.area_level = 'england'
        and england.indicator_id = before.indicator_id
        and england.period_end = before.figure.period_end
    where before.figure.period_end + interval 1 year > before.published_on
)

select
    indicator_id,
    count(*) as judgements,
    count(*) filter (change > 0) as rose,
    count(*) filter (change < 0) as fell,
    median(change) as middle,
    median(beside) as england,
from moved
group by indicator_id
order by indicator_id
