-- One row per chosen indicator: an authority's newest figure, what it was before, and its place among authorities.
-- A rank counts authorities with a figure on the same date, 1 = the lowest; a joint return counts once, tiny
-- authorities are left out. Its range is where the ends of the figure's own 95% interval (Wilson for percentages,
-- Byar for rates) would stand among the others.
with

chosen as (
    select dfe_code from authority where area_code = $authority
),

found_under as (
    select $authority as area_code
    union all
    select joint_return.area_code
    from joint_return
    inner join chosen on chosen.dfe_code = joint_return.member_code
),

figures as (
    select
        observation.*,
        coalesce(
            list_count(list_filter(broken.broken_on, lambda day: day <= observation.period_end)), 0
        ) as segment,
    from observation
    left join (
        select indicator_id, list(to_period_end) as broken_on from series_break group by indicator_id
    ) as broken using (indicator_id)
    where
        observation.indicator_id in $indicators
        and observation.status = 'published'
        and observation.area_code in (from found_under)
),

newest as (
    from figures
    qualify row_number() over (partition by indicator_id order by period_end desc) = 1
),

spell as (
    select began_on, began_precision, ended_on, ended_precision
    from intervention
    inner join chosen using (dfe_code)
    where scope in ('social_care', 'mixed')
    order by began_on desc
    limit 1
),

year_before as (
    select newest.indicator_id, figures.value, figures.segment
    from newest
    inner join figures
        on figures.indicator_id = newest.indicator_id
        and figures.period_end = newest.period_end - interval 1 year
),

before_began as (
    select figures.indicator_id, figures.value, figures.segment, figures.period_end
    from figures
    inner join spell on figures.period_end <= spell.began_on
    qualify row_number() over (partition by figures.indicator_id order by figures.period_end desc) = 1
),

before_ended as (
    select figures.indicator_id, figures.value, figures.segment, figures.period_end
    from figures
    inner join spell on figures.period_end <= spell.ended_on
    qualify row_number() over (partition by figures.indicator_id order by figures.period_end desc) = 1
),

bounded as (
    select
        newest.*,
        indicator.unit,
        indicator.per,
        indicator.ranked,
        newest.numerator / newest.denominator as share,
        1.96 * 1.96 as z2,
    from newest
    inner join indicator using (indicator_id)
),

interval_95 as (
    select
        indicator_id,
        case
            when unit = '%' then
                100 * (share + z2 / (2 * denominator)
                - 1.96 * sqrt(greatest(share * (1 - share), 0) / denominator + z2 / (4 * denominator * denominator)))
                / (1 + z2 / denominator)
            when unit = 'per 10,000' and numerator > 0 then
                per * numerator * pow(1 - 1 / (9 * numerator) - 1.96 / (3 * sqrt(numerator)), 3) / denominator
        end as lower_95,
        case
            when unit = '%' then
                100 * (share + z2 / (2 * denominator)
                + 1.96 * sqrt(greatest(share * (1 - share), 0) / denominator + z2 / (4 * denominator * denominator)))
                / (1 + z2 / denominator)
            when unit = 'per 10,000' then
                per * (numerator + 1) * pow(1 - 1 / (9 * (numerator + 1)) + 1.96 / (3 * sqrt(numerator + 1)), 3)
                / denominator
        end as upper_95,
    from bounded
    where denominator > 0
),

peers as (
    select observation.indicator_id, observation.area_code, observation.value
    from observation
    inner join newest
        on newest.indicator_id = observation.indicator_id and newest.period_end = observation.period_end
    inner join area on area.area_code = observation.area_code and not area.tiny
    where observation.area_level in ('authority', 'joint return') and observation.status = 'published'
),

ranks as (
    select
        newest.indicator_id,
        1 + count(*) filter (peers.value < newest.value) as rank,
        count(*) as ranked_of,
        1 + count(*) filter (peers.value < interval_95.lower_95 and peers.area_code <> newest.area_code) as rank_low,
        1 + count(*) filter (peers.value < interval_95.upper_95 and peers.area_code <> newest.area_code) as rank_high,
    from newest
    inner join peers using (indicator_id)
    left join interval_95 using (indicator_id)
    where newest.area_code in (select area_code from peers)
    group by newest.indicator_id
),

england as (
    select observation.indicator_id, observation.value
    from observation
    inner join newest
        on newest.indicator_id = observation.indicator_id and newest.period_end = observation.period_end
    where observation.area_level = 'england' and observation.status = 'published'
)

select
    bounded.indicator_id,
    bounded.period_end,
    bounded.value,
    bounded.numerator,
    bounded.denominator,
    interval_95.lower_95,
    interval_95.upper_95,
    england.value as england_value,
    case when year_before.segment = bounded.segment then bounded.value - year_before.value end as change_year,
    spell.began_on,
    spell.began_precision,
    spell.ended_on,
    spell.ended_precision,
    before_began.period_end as began_period_end,
    case when before_began.segment = bounded.segment then bounded.value - before_began.value end as change_began,
    before_ended.period_end as ended_period_end,
    case when before_ended.segment = bounded.segment then bounded.value - before_ended.value end as change_ended,
    case when bounded.ranked then ranks.rank end as rank,
    case when bounded.ranked then ranks.ranked_of end as ranked_of,
    case when bounded.ranked and interval_95.lower_95 is not null then ranks.rank_low end as rank_low,
    case when bounded.ranked and interval_95.lower_95 is not null then ranks.rank_high end as rank_high,
    coalesce(bounded.denominator < 50 or bounded.numerator < 10, false) as small,
from bounded
left join interval_95 using (indicator_id)
left join england using (indicator_id)
left join year_before using (indicator_id)
left join before_began using (indicator_id)
left join before_ended using (indicator_id)
left join ranks using (indicator_id)
left join spell on true
