-- Notes that a rule finds, beside those that were written by hand: one row of point_note each.
--
-- Unusual value: the figures of the years beside it are within 30% of each other, and it is below half or above 1.6
-- times their mean. Of the workforce, where a few posts move a rate, below 0.4 or above twice.
-- Large change: the first or last figure of a run has one year beside it alone; a change of more than 40% is noted, of
-- the workforce more than 60%.
-- A run has no gap, no break in its series and no change of the area reported on. Percentages must also differ by five
-- points, so that 1% and 2% are alike; those above one half are judged by what is missing to 100%, and must differ by
-- 15 points. At least 50 must be in the denominator of each figure compared, and 20 counted in one of them: below
-- that, chance alone does it. A mark is a prompt and removes nothing.
insert into point_note by name
with

figures as (
    select
        latest.area_code,
        latest.indicator_id,
        latest.period_end,
        latest.value,
        latest.denominator,
        indicator.unit,
        indicator.topic = 'workforce' as workforce,
        if(indicator.unit in ('number', 'FTE', 'people'), latest.value, latest.numerator) as counted,
        (
            select count(*)
            from series_break
            where series_break.indicator_id = latest.indicator_id and series_break.to_period_end <= latest.period_end
        ) as segment,
    from observation_edition as latest
    inner join indicator using (indicator_id)
    inner join area using (area_code)
    where
        latest.latest
        and latest.value is not null
        and area.area_level in ('authority', 'joint return')
        and not area.tiny
),

starts as (
    select
        *,
        lag(period_end) over series is null
        or lag(segment) over series <> segment
        or period_end - lag(period_end) over series > 550 as begins, -- days: a year and a half
    from figures
    window series as (partition by area_code, indicator_id order by period_end)
),

runs as (
    select *, count_if(begins) over (partition by area_code, indicator_id order by period_end) as run from starts
),

beside as (
    select
        *,
        lag(value) over run_of as before,
        lead(value) over run_of as after,
        coalesce(min(denominator) over beside_it >= 50, true)
        and coalesce(max(counted) over beside_it >= 20, true) as enough,
        unit = '%' and (value + coalesce(before, after) + coalesce(after, before)) > 150 as high,
    from runs
    window
        run_of as (partition by area_code, indicator_id, run order by period_end),
        beside_it as (
            partition by area_code, indicator_id, run order by period_end rows between 1 preceding and 1 following
        )
),

measured as (
    select
        *,
        if(high, 100 - value, value) as here,
        if(high, 100 - before, before) as one,
        if(high, 100 - after, after) as other,
        coalesce((one + other) / 2, one, other) as usual,
        unit <> '%' or abs(here - usual) >= if(high, 15, 5) as apart,
    from beside
    where enough
),

judged as (
    select
        *,
        least(one, other) >= 0.7 * greatest(one, other) or (unit = '%' and abs(one - other) <= 2) as alike,
        here < if(workforce, 0.4, 0.5) * usual or here > if(workforce, 2.0, 1.6) * usual as far,
        abs(here - usual) > if(workforce, 0.6, 0.4) * usual as moved,
    from measured
    where apart
),

unusual as (
    from judged
    where one is not null and other is not null and alike and far
),

found as (
    select
        area_code,
        indicator_id,
        period_end,
        'unusual_value' as kind,
        'Unusual value: far from the years beside it. Check the source''s notes before using.' as note,
    from unusual

    union all

    -- beside an unusual value any other is a large change
    select
        area_code,
        indicator_id,
        period_end,
        'large_change' as kind,
        concat(
            'Large change: more than ', if(workforce, 60, 40), '% from the one year beside it. ',
            'Check the source''s notes before using.'
        ) as note,
    from judged
    where
        (one is null) <> (other is null)
        and moved
        and not exists (
            from unusual
            where
                unusual.area_code = judged.area_code
                and unusual.indicator_id = judged.indicator_id
                and abs(unusual.period_end - judged.period_end) < 550
        )

    union all

    -- as many agency workers as vacancies, to the tenth: a return may have taken one for the other
    select
        agency.area_code,
        noted.indicator_id,
        agency.period_end,
        'same_figures' as kind,
        concat(
            'As many agency workers as vacancies in this return (', format('{:,.1f}', agency.value),
            ' full-time equivalent): they may not have been counted apart.'
        ) as note,
    from figures as agency
    inner join figures as vacant
        on vacant.indicator_id = 'vacancies_fte'
        and vacant.area_code = agency.area_code
        and vacant.period_end = agency.period_end
        and round(vacant.value, 1) = round(agency.value, 1)
    inner join figures as noted
        on noted.indicator_id in ('agency_fte', 'vacancies_fte', 'agency_rate', 'vacancy_rate')
        and noted.area_code = agency.area_code
        and noted.period_end = agency.period_end
    where agency.indicator_id = 'agency_fte' and agency.value > 0

    union all

    -- a council that is not a year old has no earlier months to look back on
    select
        figures.area_code,
        figures.indicator_id,
        figures.period_end,
        'first_year' as kind,
        concat(
            'First twelve months of a council created on ', strftime(created.opened_on, '%-d %B %Y'),
            ': the measure looks back to before it. Not to be compared with later years.'
        ) as note,
    from figures
    inner join indicator on indicator.indicator_id = figures.indicator_id and indicator.looks_back
    inner join (
        select area_code, opened_on from authority
        union
        select joint_return.area_code, authority.opened_on
        from joint_return
        inner join authority on authority.dfe_code = joint_return.member_code
    ) as created
        on created.area_code = figures.area_code
        and figures.period_end < created.opened_on + interval 1 year
)

select
    concat_ws('-', area_code, replace(indicator_id, '_', '-'), period_end, replace(kind, '_', '-')) as note_id,
    area_code,
    indicator_id,
    period_end,
    kind,
    note,
    'Found by rule: see Data and method' as source,
from found
