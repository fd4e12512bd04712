-- One row per area and reference date: the chosen authorities, England, and every other authority behind them.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
-- What is drawn is in `shown`: the published figure, its difference from England's published figure, its index
-- (the same area's figure of the base year is 100, within one unbroken stretch of the series), or its rank from the
-- lowest, 1; small numbers have no rank. The range of a rank is that of the newest date (etl/schema/rank_ranges.sql).
with

chosen as (
    select unnest($authorities) as asked_code, generate_subscripts($authorities, 1) as position
),

figures as (
    select
        found_observation.*,
        chosen.position,
        case
            when chosen.position is not null then 'chosen'
            when area_level = 'england' then 'england'
            when area_level <> 'region' and found_observation.asked_code = area_code then 'context'
        end as role,
    from found_observation
    left join chosen using (asked_code)
    where indicator_id = $indicator
),

rows as (
    from figures
    where role in ('chosen', 'england') or (
        role = 'context' and area_code not in (select area_code from figures where role = 'chosen')
    )
),

bases as (
    select role, asked_code, area_code, segment, value as base_value
    from rows
    where year(period_end) = $base and value <> 0
),

measured as (
    select
        rows.*,
        bases.base_value,
        rank_range.rank_low,
        rank_range.rank_high,
        case $measure
            when 'difference' then rows.value - rows.england_value
            when 'index' then 100 * rows.value / bases.base_value
            when 'rank' then rows.rank
            else rows.value
        end as shown,
    from rows
    left join bases using (role, asked_code, area_code, segment)
    left join rank_range using (indicator_id, area_code, period_end)
)

select
    role,
    coalesce(position, 0) as position,
    asked_code,
    asked_name,
    area_code,
    area_name,
    area_level,
    period_end,
    value,
    status,
    numerator,
    denominator,
    shown,
    case
        when $measure = 'rank' and rank is null and ranked_of is not null then 'small_numbers'
        when status <> 'published' or shown is not null then status
        when $measure = 'difference' then 'no_england'
        when $measure = 'rank' then 'not_ranked'
        else 'no_base'
    end as shown_status,
    england_value,
    base_value,
    rank,
    ranked_of,
    if(rank is null, null, rank_low) as rank_low,
    if(rank is null, null, rank_high) as rank_high,
    derived,
    tiny,
    -- what concerns every authority is noted once, with England
    trim(note || if(role = 'england' and general_note <> '', ' ' || general_note || ' (All authorities.)', '')) as note,
    unusual,
    segment,
    edition,
    source_id,
    source_file,
    source_row,
from measured
where period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
order by role, position, asked_name, asked_code, period_end
