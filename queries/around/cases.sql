-- One row per authority or joint return with a figure in the newest stretch of a series that no break crosses: its
-- first event of a kind, the year of the series from which it counts, and whether it is a case or is compared, or why
-- it is neither.
with

stretch as (
    select coalesce(max(to_period_end), date '1900-01-01') as from_on from series_break where indicator_id = $indicator
),

figures as (
    select observation.area_code, observation.area_name, observation.period_end, observation.status
    from observation
    cross join stretch
    where
        observation.indicator_id = $indicator
        and observation.area_level in ('authority', 'joint return')
        and observation.period_end >= stretch.from_on
),

dates as (select distinct period_end from figures),

overall as (
    select *, lag(grade) over (partition by dfe_code order by published_on) as grade_before
    from judgement
    where judgement_area = 'overall effectiveness'
),

judged as (
    select *, unnest(
        if(grade = 'inadequate', ['inadequate'], [])
        || if(grade = 'inadequate' and grade_before <> 'inadequate', ['fell'], [])
        || if(grade <> 'inadequate' and grade_before = 'inadequate', ['rose'], [])
    ) as kind
    from overall
),

intervened as (select * from intervention where scope in ('social_care', 'mixed')),

happened as (
    select
        dfe_code,
        kind,
        published_on as first_on,
        published_on as known_by,
        'day' as date_precision,
        'Ofsted report under ' || framework || ': ' || grade as title,
        'high' as confidence,
        source_file || ', row ' || source_row as source,
    from judged

    union all

    select
        dfe_code, 'began', began_on, began_on, cast(began_precision as varchar), 'Government intervention began',
        cast(confidence as varchar), coalesce(source_url_began, '')
    from intervened

    union all

    select
        dfe_code, 'ended', ended_on, ended_on, cast(ended_precision as varchar), 'Government intervention ended',
        cast(confidence as varchar), coalesce(source_url_ended, '')
    from intervened
    where state = 'ended'

    union all

    -- an end that is not known may have come on any day since the beginning
    select
        dfe_code, 'ended', began_on, date '2999-12-31', 'day', 'Government intervention ended, date not known',
        cast(confidence as varchar), coalesce(source_url_began, '')
    from intervened
    where state = 'end_unknown'

    union all

    select
        -- statutory_direction, commissioner_appointed and trust_launched by their one word
        dfe_code, split_part(replace(kind, 'statutory_', ''), '_', 1), event_on, event_on,
        cast(date_precision as varchar), title, cast(confidence as varchar), coalesce(source_url, '')
    from intervention_event
    where
        kind in ('statutory_direction', 'commissioner_appointed', 'trust_launched')
        and scope in ('social_care', 'mixed')
        and happened = 'happened'
),

dated as (
    -- an event of which only the month or the year is known lies between two days
    select
        carrier.carried_by as dfe_code,
        happened.* exclude (dfe_code, known_by),
        case happened.date_precision
            when 'year' then make_date(year(happened.known_by), 12, 31)
            when 'month' then last_day(happened.known_by)
            else happened.known_by
        end as last_on,
        row_number() over (partition by carried_by order by happened.first_on, last_on, happened.title) as number,
        count(*) over (partition by carried_by) - 1 as later_events,
    from happened
    inner join carrier using (dfe_code)
    where happened.kind = $event
),

placed as (
    -- the year of the series that ends on or after the event; where that is not known for certain, two of them
    select
        dated.*,
        (select min(year(period_end)) from dates where period_end >= dated.first_on) as from_year,
        (select min(year(period_end)) from dates where period_end >= dated.last_on) as to_year,
    from dated
    where dated.number = 1
),

returns as (
    -- the authorities behind each area of which figures are published: two behind a joint return
    select area_code, dfe_code from authority

    union all

    select area_code, member_code as dfe_code from joint_return
),

areas as (
    select
        returns.area_code, count(*) as members,
        count(placed.from_year) as members_with,
        count(distinct placed.from_year) as different_years,
        count(*) filter (placed.from_year is distinct from placed.to_year) as not_certain,
        min(placed.from_year) as from_year,
        arg_min(placed.first_on, placed.first_on) as first_on,
        arg_min(placed.date_precision, placed.first_on) as date_precision,
        arg_min(placed.title, placed.first_on) as title,
        arg_min(placed.confidence, placed.first_on) as confidence,
        arg_min(placed.source, placed.first_on) as source,
        max(placed.later_events) as later_events,
    from returns
    left join placed using (dfe_code)
    group by returns.area_code
),

held as (
    select
        figures.area_code,
        any_value(figures.area_name) as area_name,
        count(*) filter (figures.status = 'published') as figures,
        bool_or(year(figures.period_end) = areas.from_year - 1)
        filter (figures.status = 'published') as has_year_before,
        bool_or(year(figures.period_end) >= areas.from_year)
        filter (figures.status = 'published') as has_year_after,
    from figures
    inner join areas using (area_code)
    group by figures.area_code
),

settled as (
    select
        held.area_code, held.area_name, held.figures,
        areas.* exclude (area_code),
        case
            when area.tiny then 'very small'
            when areas.not_certain > 0 then 'date too vague'
            when areas.members_with between 1 and areas.members - 1 or areas.different_years > 1 then 'members differ'
            when areas.from_year is null then 'compared'
            when areas.from_year <= (select min(year(period_end)) from dates) then 'before the series'
            when not held.has_year_before then 'no figure in the year before'
            when not held.has_year_after then 'no figure after'
            else 'case'
        end as place,
    from held
    inner join areas using (area_code)
    inner join area using (area_code)
    where held.figures > 0
)

select
    area_code,
    area_name,
    place,
    if(place = 'case', from_year, null) as from_year,
    first_on,
    date_precision,
    coalesce(title, '') as title,
    coalesce(confidence, '') as confidence,
    coalesce(source, '') as source,
    coalesce(later_events, 0) as later_events,
    figures,
from settled
order by place <> 'case', area_name
