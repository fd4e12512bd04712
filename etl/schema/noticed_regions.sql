-- What stands out of England and of a region, as published: the largest change from a year before, and the highest or
-- lowest since. Theirs are figures of many thousands, and no test is made; a fact must be as large as a headline asks of
-- a change (findings.sql). The run ends with the newest figure and has no gap, break, flag or other publication.
insert into noticed by name
with

figures as (
    select
        area_code,
        indicator_id,
        area_level,
        period_end,
        value,
        england_value,
        unsettled,
        newest_end,
        unit = '%' as share,
        row_number() over series as back,
        bool_and(
            status = 'published'
            and not flagged
            and segment = newest_segment
            and source_id = newest_source
            and coalesce(later - period_end <= 550, true) -- days: a year and a half
        ) over series as in_run,
    from (
        select
            area_code,
            indicator_id,
            area_level,
            period_end,
            value,
            status,
            flagged,
            segment,
            source_id,
            england_value,
            unsettled,
            first(segment) over series as newest_segment,
            first(source_id) over series as newest_source,
            lag(period_end) over series as later,
            max(period_end) over (partition by indicator_id) as newest_end,
        from found_observation
        where area_level in ('england', 'region')
        window series as (partition by area_code, indicator_id order by period_end desc)
    ) as dated
    inner join going_on as indicator using (indicator_id)
    where unit in ('%', 'per 10,000') and topic <> 'context'
    window series as (partition by area_code, indicator_id order by period_end desc)
),

run as (
    select *, value - lead(value) over series as a_year
    from figures
    where in_run
    window series as (partition by area_code, indicator_id order by back)
),

newest as (
    from run
    where back = 1 and period_end = newest_end and not unsettled
),

beaten as (
    select
        run.*,
        newest.value as newest_value,
        newest.period_end as newest_period_end,
        bool_and(newest.value > run.value) over back_from as highest,
        bool_and(newest.value < run.value) over back_from as lowest,
    from run
    inner join newest using (area_code, indicator_id)
    where run.back > 1
    window back_from as (partition by run.area_code, run.indicator_id order by run.back)
),

since as (
    select
        area_code,
        indicator_id,
        any_value(share) as share,
        any_value(highest) as highest,
        any_value(newest_value) as value,
        any_value(newest_period_end) as period_end,
        count(*) as counted,
        avg(value) as mean,
        min(period_end) as first_end,
    from beaten
    where highest or lowest
    group by area_code, indicator_id
    having count(*) >= 5
),

changes as (
    select
        area_code,
        indicator_id,
        max(abs(a_year)) filter (back > 1) as largest,
        count(a_year) as counted,
    from run
    group by area_code, indicator_id
)

select
    since.area_code as place_code,
    since.indicator_id,
    'since' as kind,
    if(since.highest, 1, -1) as direction,
    since.period_end,
    coalesce(farther.period_end, since.first_end) as from_period_end,
    since.value,
    'published' as status,
    farther.value as from_value,
    since.mean as compared,
    england.value as england_value,
    null as england_from,
    since.counted,
    'none' as test,
from since
left join beaten as farther
    on farther.area_code = since.area_code
    and farther.indicator_id = since.indicator_id
    and farther.back = since.counted + 2
left join newest as england on england.area_level = 'england' and england.indicator_id = since.indicator_id
where abs(since.value - since.mean) >= 0.05 * since.mean and (not since.share or abs(since.value - since.mean) > 0.999)

union all by name

select
    newest.area_code as place_code,
    newest.indicator_id,
    'largest_change' as kind,
    sign(newest.a_year) as direction,
    newest.period_end,
    before.period_end as from_period_end,
    newest.value,
    'published' as status,
    before.value as from_value,
    null as compared,
    newest.england_value,
    before.england_value as england_from,
    changes.counted,
    'none' as test,
from newest
inner join run as before
    on before.area_code = newest.area_code and before.indicator_id = newest.indicator_id and before.back = 2
inner join changes on changes.area_code = newest.area_code and changes.indicator_id = newest.indicator_id
where
    changes.counted >= 5
    and not before.unsettled
    and abs(newest.a_year) > changes.largest
    and abs(newest.a_year) >= 0.05 * before.value
    and (not newest.share or abs(newest.a_year) > 0.999);
