-- What stands out of a figure among those of other places on the newest date: lowest or highest of all, beyond the limits
-- about England's figure, beyond all statistical neighbours. Where the catalogue says that a rank has no sense, none is
-- told. A figure that few are behind may be the lowest, for it is so whatever chance does next; it is not the highest.
create temp table newest_of_all as
select
    found_observation.asked_code,
    found_observation.area_code,
    found_observation.indicator_id,
    found_observation.period_end,
    found_observation.value,
    found_observation.status,
    found_observation.denominator,
    found_observation.small,
    found_observation.tiny,
    found_observation.england_value,
    found_observation.place,
    found_observation.ranked_of,
    found_observation.unsettled,
    indicator.unit,
    indicator.per,
    doubted or unusual as weak,
    doubted,
    asked_code = found_observation.area_code as own,
    count(*) filter (asked_code = found_observation.area_code) over (partition by found_observation.indicator_id, place)
        as shared_by,
from found_observation
inner join going_on as indicator using (indicator_id)
inner join (
    select indicator_id, max(period_end) as period_end from found_observation group by indicator_id
) using (indicator_id, period_end)
where
    area_level in ('authority', 'joint return')
    and indicator.ranked
    and indicator.unit in ('%', 'per 10,000')
    and status in ('published', 'rounds_to_zero');

insert into noticed by name
select
    area_code as place_code,
    indicator_id,
    if(place = 1, 'lowest', 'highest') as kind,
    if(place = 1, -1, 1) as direction,
    period_end,
    value,
    status,
    england_value,
    ranked_of as counted,
    shared_by,
    'rank' as test,
from newest_of_all
-- the last place is that of the last alone: of two that share it, each has the one before
where
    own
    and (place = 1 or place = ranked_of and not small)
    and not weak
    and coalesce(denominator >= 50, true)
    and shared_by <= 6;

insert into noticed by name
with

distances as (
    select
        newest_of_all.*,
        sqrt(funnel.factor) * chance_spread(unit, per, target, denominator) as spread,
        target,
        (coalesce(value, 0) - target) / spread as z,
        chance_of(z) as p,
    from newest_of_all
    inner join funnel using (indicator_id, period_end)
    where own and not weak and not tiny and not unsettled and limits_hold(unit, per, target, denominator)
),

controlled as (
    select *, count(*) over () as tested_of, p / cume_dist() over (order by p) as step from distances
)

select
    area_code as place_code,
    indicator_id,
    'outside' as kind,
    sign(z) as direction,
    period_end,
    value,
    status,
    target + sign(z) * 3.090232 * spread as compared,
    target as england_value,
    'limits' as test,
    z,
    p,
    min(step) over (order by p desc) as q,
    tested_of,
from controlled
qualify q <= 0.05 and abs(z) >= 3.090232;

insert into noticed by name
with

pairs as (
    -- two neighbours that make one return count once
    select distinct
        own.area_code,
        own.indicator_id,
        other.area_code as other_code,
        coalesce(other.value, 0) as value,
    from newest_of_all as own
    inner join member on member.group_id = 'neighbours' and member.model = (select max(model) from neighbour) and member.of_code = own.area_code
    inner join newest_of_all as other
        on other.asked_code = member.area_code
        and other.indicator_id = own.indicator_id
        and not other.doubted
    where own.own
),

beside as (
    select
        area_code,
        indicator_id,
        count(*) as counted,
        median(value) as middle,
        min(value) as least_of,
        max(value) as most_of,
    from pairs
    group by area_code, indicator_id
    having counted >= 8
),

distances as (
    select
        newest_of_all.*,
        beside.* exclude (area_code, indicator_id),
        (coalesce(value, 0) - middle)
        / nullif(sqrt(funnel.factor) * chance_spread(unit, per, middle, denominator), 0) as z,
        chance_of(z) as p,
    from newest_of_all
    inner join beside using (area_code, indicator_id)
    inner join funnel using (indicator_id, period_end)
    where own and not weak and not tiny and not unsettled and limits_hold(unit, per, middle, denominator)
),

controlled as (
    select *, count(*) over () as tested_of, p / cume_dist() over (order by p) as step
    from distances
    where p is not null
)

select
    area_code as place_code,
    indicator_id,
    'neighbours' as kind,
    sign(z) as direction,
    period_end,
    value,
    status,
    middle as compared,
    england_value,
    counted,
    'limits' as test,
    z,
    p,
    min(step) over (order by p desc) as q,
    tested_of,
from controlled
qualify q <= 0.05 and (coalesce(value, 0) > most_of or coalesce(value, 0) < least_of);
