-- One row per figure of a visitor's own, in the order given, beside what is published of the same authority and date.
-- The figures come as parameters and go with the answer: nothing of them is written. `comparable` says whether a figure
-- is of a year or a day that the Department reports: a month, a quarter or another date is never set beside one.
with

given as (
    select
        generate_subscripts(cast($areas as varchar[]), 1) as position,
        unnest(cast($areas as varchar[])) as asked_code,
        unnest(cast($indicators as varchar[])) as indicator_id,
        unnest(cast($kinds as varchar[])) as kind,
        cast(unnest(cast($ends as varchar[])) as date) as period_end,
        unnest(cast($values as double[])) as value,
),

-- all that is published of these measures, read once: each part below would go through the figures of every measure
figures as materialized (
    select
        asked_code, area_code, area_name, area_level, indicator_id, period_end, value, status, segment, rank, place,
        ranked_of, small, england_value, status in ('published', 'rounds_to_zero') as known,
    from found_observation where indicator_id in (select indicator_id from given)
),

dated as (
    select
        indicator_id,
        list(distinct month(period_end)) as months,
        max(period_end) as newest,
        max(period_end) filter (where ranked_of is not null) as newest_ranked,
    from figures group by indicator_id
),

own as (
    select
        given.*,
        kind in ('year', 'snapshot')
        and list_contains(dated.months, month(given.period_end))
        and day(given.period_end + 1) = 1 as comparable,
        if(comparable, least(given.period_end, dated.newest_ranked), null) as ranked_on,
        indicator.decimals,
        indicator.ranked,
    from given
    left join dated using (indicator_id)
    left join indicator using (indicator_id)
),

published as (
    select
        own.position,
        found.value as published_value,
        found.status as published_status,
        found.area_level = 'joint return' as joint,
        found.area_name as published_area,
        found.rank as published_rank,
        found.segment,
    from own
    inner join figures as found
        on own.comparable
        and found.asked_code = own.asked_code
        and found.indicator_id = own.indicator_id
        and found.period_end = own.period_end
),

england as (
    select indicator_id, period_end, any_value(england_value) as england_value
    from figures group by indicator_id, period_end
),

medians as (
    -- two neighbours that make one return count once, among those with a figure and among all
    select position, median(value) as neighbours_value, count(value) as neighbours_of, count(*) as neighbours_among
    from (
        select distinct on (own.position, coalesce(found.area_code, member.area_code)) own.position, found.value
        from own
        inner join member on member.group_id = 'neighbours' and member.of_code = own.asked_code and member.model = $model
        left join figures as found
            on found.asked_code = member.area_code
            and found.indicator_id = own.indicator_id
            and found.period_end = own.period_end
        where own.comparable
    )
    group by position
),

rankable as (
    -- small numbers have no rank, and an own figure tells less of its numbers than the published one of its day
    select own.position, own.indicator_id, own.asked_code, own.ranked_on, own.value
    from own
    inner join area on area.area_code = own.asked_code and not area.tiny
    left join figures as mine
        on mine.asked_code = own.asked_code
        and mine.indicator_id = own.indicator_id
        and mine.period_end = own.ranked_on
    where own.ranked and own.value is not null and not coalesce(mine.small, false)
),

places as (
    select
        rankable.position,
        1 + count(*) filter (where coalesce(found.value, 0) < rankable.value) as own_rank,
        1 + count(*) as own_ranked_of,
    from rankable
    inner join figures as found
        on found.indicator_id = rankable.indicator_id
        and found.period_end = rankable.ranked_on
        and found.asked_code <> rankable.asked_code
    where found.place is not null and found.asked_code = found.area_code
    group by rankable.position
),

earlier as (
    -- the last figure before, and the last date whatever its status: what is withheld since is not passed over
    select
        own.position, own.asked_code, own.indicator_id, own.value,
        max(found.period_end) filter (found.known) as before_end,
        arg_max_null(found.value, found.period_end) filter (found.known) as before_value,
        arg_max(found.segment, found.period_end) filter (found.known) as before_segment,
        arg_max(found.area_level = 'joint return', found.period_end) filter (found.known) as before_joint,
        max(found.period_end) as newest_before_end,
        arg_max(found.status, found.period_end) as newest_before_status,
    from own
    inner join figures as found
        on found.asked_code = own.asked_code
        and found.indicator_id = own.indicator_id
        and found.period_end < own.period_end
    where own.comparable
    group by own.position, own.asked_code, own.indicator_id, own.value
),

stretch as (
    -- the published figures before, back to the last break in the series; what rounds to 0 is lower than any that does not
    select
        earlier.position,
        min(found.period_end) as since,
        count(*) as figures_before,
        max(found.period_end) filter (where coalesce(found.value, 0) >= earlier.value) as as_high_on,
        max(found.period_end) filter (where coalesce(found.value, 0) <= earlier.value) as as_low_on,
    from earlier
    inner join figures as found
        on found.asked_code = earlier.asked_code
        and found.indicator_id = earlier.indicator_id
        and found.period_end <= earlier.before_end
        and found.segment = earlier.before_segment
        and found.known
    group by earlier.position
)

select
    own.asked_code, own.indicator_id, own.kind, own.period_end, own.value, own.comparable,
    published.published_value,
    published.published_status,
    coalesce(published.joint, earlier.before_joint, false) as joint,
    published.published_area,
    if(published.joint, null, own.value - published.published_value) as difference,
    if(published.joint, null, abs(own.value - published.published_value) <= 0.5 * power(10, -own.decimals) + 1e-9)
    as within_rounding,
    england.england_value,
    medians.neighbours_value,
    medians.neighbours_of,
    medians.neighbours_among,
    if(joint, null, places.own_rank) as own_rank,
    if(joint, null, places.own_ranked_of) as own_ranked_of,
    if(places.own_rank is null, null, own.ranked_on) as ranked_on,
    published.published_rank,
    earlier.before_end,
    earlier.before_value,
    earlier.newest_before_end,
    earlier.newest_before_status,
    if(joint, null, own.value - earlier.before_value) as change,
    abs(own.value - earlier.before_value) > 0.4 * abs(earlier.before_value) as large,
    -- a break between the figure before and this one: the change would mislead
    published.segment is not null and published.segment <> earlier.before_segment as broken,
    stretch.since,
    stretch.figures_before,
    stretch.as_high_on,
    stretch.as_low_on,
    coalesce(published.segment, earlier.before_segment) as segment,
    case $measure
        when 'difference' then own.value - england.england_value
        when 'index' then 100 * own.value / base.value
        when 'rank' then if(own.ranked_on = own.period_end, places.own_rank, null)
        else own.value
    end as shown,
from own
left join published using (position)
left join england on england.indicator_id = own.indicator_id and england.period_end = own.period_end and own.comparable
left join medians using (position)
left join places using (position)
left join earlier on earlier.position = own.position
left join stretch using (position)
left join figures as base
    on base.asked_code = own.asked_code
    and base.indicator_id = own.indicator_id
    and year(base.period_end) = $base
    and base.value <> 0
    and base.segment = coalesce(published.segment, earlier.before_segment)
order by own.position
