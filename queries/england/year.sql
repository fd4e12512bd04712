-- One row per authority on a reference date, a joint return once in place of its members.
-- An authority is there from the day it opened to the day it ended; where the publisher has no row of it, `held` is
-- false and the status not_available. A rank has a range on the newest date alone. The grade in force is that of the
-- last report published by then (etl/schema/standing.sql), intervention that of etl/schema/states.sql; of a joint
-- return both are told where its members agree. England and the region are read as published.
with

dates as (
    select
        max(period_end) filter (year(period_end) = $year) as period_end,
        max(period_end) as newest,
    from found_observation
    where indicator_id = $indicator
),

answered as (
    select
        found_observation.*,
        dates.period_end = dates.newest as newest,
    from found_observation
    inner join dates using (period_end)
    where indicator_id = $indicator
),

there as (
    -- the authorities behind each row: two behind a joint return
    select coalesce(answered.area_code, authority.area_code) as area_code, authority.area_code as authority_code
    from authority
    cross join dates
    left join answered on answered.asked_code = authority.area_code
    where
        answered.area_code is not null
        or (
            dates.period_end >= coalesce(authority.opened_on, dates.period_end)
            and dates.period_end <= coalesce(authority.closed_on, dates.period_end)
        )
),

standings as (
    select
        there.area_code,
        list(there.authority_code order by there.authority_code) as authority_codes,
        count(distinct coalesce(standing.grade, 'none held')) = 1 as one_grade,
        min(coalesce(standing.grade, 'none held')) as grade,
        min(coalesce(standing.framework, '')) as framework,
        count(distinct coalesce(state.state, 'not known')) = 1 as one_state,
        min(coalesce(state.state, 'not known')) as intervention,
    from there
    cross join dates
    left join standing
        on standing.area_code = there.authority_code
        and standing.published_on <= dates.period_end
        and coalesce(standing.next_published_on > dates.period_end, true)
    left join state
        on state.area_code = there.authority_code
        and state.period_end = dates.period_end
        and state.state in ('under-intervention', 'no-intervention')
    group by there.area_code
)

select
    area.area_code,
    area.name as area_name,
    area.area_level,
    standings.authority_codes,
    area.region_code,
    region.name as region_name,
    area.tiny,
    answered.period_start,
    dates.period_end,
    answered.value,
    coalesce(answered.status, 'not_available') as status,
    answered.area_code is not null as held,
    answered.numerator,
    answered.denominator,
    answered.lower_95,
    answered.upper_95,
    coalesce(answered.small, false) as small,
    answered.rank,
    answered.ranked_of,
    if(answered.rank is null, null, rank_range.rank_low) as rank_low,
    if(answered.rank is null, null, rank_range.rank_high) as rank_high,
    case
        when not indicator.ranked then 'not_ranked'
        when coalesce(answered.status, 'not_available') not in ('published', 'rounds_to_zero') then 'no_figure'
        when area.tiny then 'tiny'
        when answered.small then 'small'
        else ''
    end as rank_refused,
    if(standings.one_grade, standings.grade, 'members differ') as grade,
    if(standings.one_grade, standings.framework, '') as framework,
    if(standings.one_state, standings.intervention, 'members differ') as intervention,
    england.value as england_value,
    coalesce(england.status, 'not_available') as england_status,
    regional.value as region_value,
    coalesce(regional.status, 'not_available') as region_status,
    coalesce(answered.note, '') as note,
    coalesce(answered.general_note, '') as general_note,
    coalesce(answered.unusual, false) as unusual,
    coalesce(answered.doubted, false) as doubted,
    answered.derived,
    answered.source_id,
    answered.edition,
    answered.source_file,
    answered.source_row,
from standings
inner join area using (area_code)
inner join indicator on indicator.indicator_id = $indicator
cross join dates
left join answered on answered.area_code = area.area_code and answered.asked_code = area.area_code
left join answered as regional on regional.asked_code = area.region_code
left join answered as england on england.area_level = 'england' and england.asked_code = england.area_code
left join region on region.area_code = area.region_code
left join rank_range
    on answered.newest
    and rank_range.indicator_id = $indicator
    and rank_range.area_code = area.area_code
    and rank_range.period_end = dates.period_end
where dates.period_end is not null
order by area_name
