-- What stands out as a turn: Fingertips' test for a trend, chi-squared over the last five figures, is beyond 99.8%, and so
-- is that over the five figures before, the last of which is the first of these, in the other direction. All nine lie in
-- one run that has no gap, break or flag. It is the test of a trend in shares (Cochran 1954, Biometrics 10, page 417;
-- Armitage 1955, page 375), for rates that of Poisson; rates vary by more, and chi-squared is divided by how many times
-- (dispersions.sql). Of all the last trends tested q is up to 0.05 too.
insert into noticed by name
with

runs as (
    -- the eight figures before the newest that may be compared with it, and it
    select area_code, indicator_id, from_period_end as period_end
    from figure_pair
    where newest and unit in ('%', 'per 10,000')
    qualify
        count(*) over (partition by area_code, indicator_id) >= 4
        and row_number() over (partition by area_code, indicator_id order by from_period_end desc) <= 8

    union all

    select area_code, indicator_id, any_value(to_period_end)
    from figure_pair
    where newest and unit in ('%', 'per 10,000')
    group by area_code, indicator_id
    having count(*) >= 4
),

figures as (
    select
        found_observation.area_code,
        found_observation.indicator_id,
        found_observation.period_end,
        found_observation.value,
        found_observation.england_value,
        indicator.unit,
        found_observation.denominator,
        found_observation.value * found_observation.denominator / indicator.per as cases,
        found_observation.small or found_observation.denominator is null as weak,
        found_observation.unsettled,
        row_number() over (
            partition by found_observation.area_code, found_observation.indicator_id order by period_end desc
        ) as back,
    from found_observation
    inner join runs using (area_code, indicator_id, period_end)
    inner join going_on as indicator using (indicator_id)
    where
        found_observation.asked_code = found_observation.area_code
        and indicator.unit in ('%', 'per 10,000')
        and indicator.topic <> 'context'
),

halves as (
    select *, 0 as half, 5 - back as step from figures where back between 1 and 5
    union all
    select *, 1 as half, 9 - back as step from figures where back between 5 and 9
),

sums as (
    select
        area_code,
        indicator_id,
        half,
        any_value(unit) as unit,
        count(*) as counted,
        bool_or(weak) as weak,
        sum(cases) / sum(denominator) as share,
        sum(step * cases) - share * sum(step * denominator) as trend,
        (sum(step * step * denominator) - pow(sum(step * denominator), 2) / sum(denominator))
        * share * if(any_value(unit) = '%', 1 - share, 1) as variance,
    from halves
    group by area_code, indicator_id, half
),

tested as (
    select
        sums.*,
        sums.trend / sqrt(sums.variance * if(unit = '%', 1, dispersion.factor)) as z,
        chance_of(z) as p,
    from sums
    left join dispersion using (indicator_id)
    where counted = 5 and not weak and variance > 0
),

controlled as (
    select *, count(*) over () as tested_of, p / cume_dist() over (order by p) as step
    from tested
    where half = 0 and p is not null
),

judged as (
    select *, min(step) over (order by p desc) as q from controlled
)

select
    judged.area_code as place_code,
    judged.indicator_id,
    'turn' as kind,
    sign(judged.z) as direction,
    newest.period_end,
    turned.period_end as from_period_end,
    newest.value,
    'published' as status,
    first.value as from_value,
    turned.value as compared,
    newest.england_value,
    9 as counted,
    'trend' as test,
    judged.z,
    judged.p,
    judged.q,
    judged.tested_of,
from judged
inner join tested as earlier
    on earlier.area_code = judged.area_code
    and earlier.indicator_id = judged.indicator_id
    and earlier.half = 1
inner join figures as newest
    on newest.area_code = judged.area_code and newest.indicator_id = judged.indicator_id and newest.back = 1
inner join figures as turned
    on turned.area_code = judged.area_code and turned.indicator_id = judged.indicator_id and turned.back = 5
inner join figures as first
    on first.area_code = judged.area_code and first.indicator_id = judged.indicator_id and first.back = 9
where
    judged.q <= 0.05
    and judged.p < 0.002
    and earlier.p < 0.002
    and sign(judged.z) <> sign(earlier.z)
    and not (newest.unsettled or turned.unsettled or first.unsettled)
    -- the figure of the turn lies beyond both ends, as a headline asks of a change
    and (newest.value - turned.value) * judged.z > 0
    and (first.value - turned.value) * judged.z > 0
    and abs(newest.value - turned.value) >= 0.05 * turned.value
    and abs(first.value - turned.value) >= 0.05 * turned.value;
