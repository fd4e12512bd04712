-- One row per authority and indicator: its newest figure, what it was before, and its place among authorities.
-- The range of a rank is where the ends of the figure's 95% interval would stand among the others. Changes are within
-- one unbroken stretch of the series.
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

ranges as (
    -- the others of its rank are the areas that have one on the same date
    select
        newest.asked_code,
        newest.indicator_id,
        1 + count(*) filter (peers.value < newest.lower_95) as rank_low,
        1 + count(*) filter (peers.value < newest.upper_95) as rank_high,
    from newest
    inner join found_observation as peers
        on peers.indicator_id = newest.indicator_id
        and peers.period_end = newest.period_end
        and peers.asked_code = peers.area_code
        and peers.area_code <> newest.area_code
        and peers.rank is not null
    where newest.rank is not null and newest.lower_95 is not null
    group by newest.asked_code, newest.indicator_id
)

select
    newest.asked_code as area_code,
    newest.indicator_id,
    newest.period_end,
    newest.value,
    newest.numerator,
    newest.denominator,
    newest.lower_95,
    newest.upper_95,
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
    newest.small,
from newest
left join year_before using (asked_code, indicator_id)
left join before_began using (asked_code, indicator_id)
left join before_ended using (asked_code, indicator_id)
left join ranges using (asked_code, indicator_id)
left join spell using (asked_code)
order by area_code, newest.indicator_id;
