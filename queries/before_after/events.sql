-- One row per event of an authority from which years can be counted: the beginning or the known end of an
-- intervention, or the publication of an Ofsted report. Events with enough figures on both sides come first.
with

happened as (
    select
        'began:' || intervention.intervention_id as event_id,
        'began' as kind,
        'Government intervention began' as title,
        intervention.began_on as first_on,
        cast(intervention.began_precision as varchar) as date_precision,
        cast(intervention.confidence as varchar) as confidence,
        intervention.source_url_began as source,
    from intervention
    inner join authority using (dfe_code)
    where authority.area_code = $authority

    union all

    select
        'ended:' || intervention.intervention_id as event_id,
        'ended' as kind,
        'Government intervention ended' as title,
        intervention.ended_on as first_on,
        cast(intervention.ended_precision as varchar) as date_precision,
        cast(intervention.confidence as varchar) as confidence,
        coalesce(intervention.source_url_ended, '') as source,
    from intervention
    inner join authority using (dfe_code)
    where authority.area_code = $authority and intervention.state = 'ended'

    union all

    select
        'judgement:' || strftime(published_on, '%Y-%m-%d') || ':' || replace(framework, ' ', '-') as event_id,
        'judgement' as kind,
        'Ofsted report under ' || framework || ': ' || coalesce(
            max(grade) filter (
                judgement_area = case
                    when framework in ('SLAC', 'SLAC re-inspection') then 'safeguarding'
                    when framework in ('CPI', 'CPI re-inspection') then 'child protection'
                    else 'overall effectiveness'
                end
            ),
            'no overall grade (' || string_agg(judgement_area || ' ' || grade, ', ' order by judgement_area) || ')'
        ) as title,
        published_on as first_on,
        'day' as date_precision,
        'high' as confidence,
        any_value(source_file) || ', row ' || min(source_row) as source,
    from judgement
    where area_code = $authority
    group by framework, published_on
),

dated as (
    -- an event of which only the month or the year is known lies between two days
    select
        *,
        case date_precision
            when 'year' then make_date(year(first_on), 12, 31)
            when 'month' then last_day(first_on)
            else first_on
        end as last_on,
    from happened
),

figures as (
    select
        period_start,
        period_end,
        coalesce((
            select count(*)
            from series_break
            where series_break.indicator_id = $indicator and series_break.to_period_end <= observation.period_end
        ), 0) as segment, -- over the protocol of DuckDB 1.5 a count of none is null
    from observation
    where indicator_id = $indicator and area_code = $authority and status = 'published'
),

counted as (
    select
        dated.event_id,
        figures.period_end < dated.first_on as is_before,
        figures.period_start >= dated.last_on as is_after,
        year(figures.period_end) - year(dated.first_on)
        - cast(strftime(figures.period_end, '%m%d') < strftime(dated.first_on, '%m%d') as integer) as years_since,
        figures.segment,
        coalesce((
            -- the stretch of the series in which the first reference date on or after the event lies
            select count(*)
            from series_break
            where series_break.indicator_id = $indicator and series_break.from_period_end < dated.first_on
        ), 0) as event_segment,
    from dated
    cross join figures
),

sides as (
    select
        event_id,
        count(*) filter (is_before) as points_before,
        count(*) filter (is_after) as points_after,
    from counted
    where segment = event_segment and abs(years_since) <= $span
    group by event_id
)

select
    dated.event_id,
    dated.kind,
    dated.title,
    dated.first_on,
    dated.last_on,
    dated.date_precision,
    dated.confidence,
    dated.source,
    coalesce(sides.points_before, 0) as points_before,
    coalesce(sides.points_after, 0) as points_after,
from dated
left join sides using (event_id)
order by least(coalesce(sides.points_before, 0), coalesce(sides.points_after, 0)) < 2, dated.first_on desc, dated.event_id
