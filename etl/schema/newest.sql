-- One row per authority and indicator: its newest figure, what it was before, and its place among authorities.
-- The 95% interval of the figure is Wilson's for percentages and Byar's for rates; the range of a rank is where the
-- ends of that interval would stand among the others. Changes are within one unbroken stretch of the series.
create table newest_figure as
with

figures as (
    select found_observation.*
    from found_observation
    inner join authority on authority.area_code = found_observation.asked_code
    where found_observation.status = 'published'
),

newest as (
    from figures
    qualify row_number() over (partition by asked_code, indicator_id order by period_end desc) = 1
),

spell as (
    select authority.area_code as asked_code, began_on, began_precision, ended_on, ended_precision
    from intervention
    inner join authority using (dfe_code)
    where scope in ('social_care', 'mixed')
    qualify row_number() over (partition by dfe_code order by began_on desc) = 1
),

year_before as (
    select newest.asked_code, newest.indicator_id, figures.value, figures.segment
    from newest
    inner join figures
        on figures.asked_code = newest.asked_code
        and figures.indicator_id = newest.indicator_id
        and figures.period_end = newest.period_end - interval 1 year
),

before_began as (
    select figures.asked_code, figures.indicator_id, figures.value, figures.segment, figures.period_end
    from figures
    inner join spell on spell.asked_code = figures.asked_code and figures.period_end <= spell.began_on
    qualify row_number() over (
        partition by figures.asked_code, figures.indicator_id order by figures.period_end desc
    ) = 1
),

before_ended as (
    select figures.asked_code, figures.indicator_id, figures.value, figures.segment, figures.period_end
    from figures
    inner join spell on spell.asked_code = figures.asked_code and figures.period_end <= spell.ended_on
    qualify row_number() over (
        partition by figures.asked_code, figures.indicator_id order by figures.period_end desc
    ) = 1
),

bounded as (
    select
        newest.asked_code,
        newest.indicator_id,
        indicator.unit,
        indicator.per,
        newest.numerator,
        newest.denominator,
        newest.numerator / newest.denominator as share,
        1.96 * 1.96 as z2,
    from newest
    inner join indicator using (indicator_id)
    where newest.denominator > 0
),

interval_95 as (
    select
        asked_code,
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
),

ranges as (
    -- the others of its rank are the areas that have one on the same date
    select
        newest.asked_code,
        newest.indicator_id,
        1 + count(*) filter (peers.value < interval_95.lower_95) as rank_low,
        1 + count(*) filter (peers.value < interval_95.upper_95) as rank_high,
    from newest
    inner join interval_95 using (asked_code, indicator_id)
    inner join found_observation as peers
        on peers.indicator_id = newest.indicator_id
        and peers.period_end = newest.period_end
        and peers.asked_code = peers.area_code
        and peers.area_code <> newest.area_code
        and peers.rank is not null
    where newest.rank is not null and interval_95.lower_95 is not null
    group by newest.asked_code, newest.indicator_id
)

select
    newest.asked_code as area_code,
    newest.indicator_id,
    newest.period_end,
    newest.value,
    newest.numerator,
    newest.denominator,
    interval_95.lower_95,
    interval_95.upper_95,
    newest.england_value,
    case when year_before.segment = newest.segment then newest.value - year_before.value end as change_year,
    spell.began_on,
    spell.began_precision,
    spell.ended_on,
    spell.ended_precision,
    before_began.period_end as began_period_end,
    case when before_began.segment = newest.segment then newest.value - before_began.value end as change_began,
    before_ended.period_end as ended_period_end,
    case when before_ended.segment = newest.segment then newest.value - before_ended.value end as change_ended,
    newest.rank,
    newest.ranked_of,
    ranges.rank_low,
    ranges.rank_high,
    coalesce(newest.denominator < 50 or newest.numerator < 10, false) as small,
from newest
left join interval_95 using (asked_code, indicator_id)
left join year_before using (asked_code, indicator_id)
left join before_began using (asked_code, indicator_id)
left join before_ended using (asked_code, indicator_id)
left join ranges using (asked_code, indicator_id)
left join spell using (asked_code)
order by area_code, newest.indicator_id;
