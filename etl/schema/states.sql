-- One row per authority, reference date and state that it was in: inadequate or another grade, under intervention or
-- not. An authority that nothing is known of at a date is in neither state of a pair.
-- The judgement in force at a date is the grade of the last inspection published by then that graded services as a
-- whole (standing.sql); one without an overall grade ends the one before. Intervention is in force from when it is known to have
-- begun until it ended; where the end is not known, until its last evidenced step; after that it is not known, and
-- the authority is in neither state.
create table state as
with

dates as (
    select distinct period_end from observation_edition
),

judged as (
    select period_end, area_code, arg_max(grade, published_on) as grade
    from dates
    inner join standing on published_on <= period_end
    group by all
),

spells as (
    -- what is known by its year has begun for certain when the year is over, and ended for certain only then
    select
        authority.area_code,
        began_on as perhaps_from,
        case began_precision when 'year' then began_on + interval 1 year else began_on end as surely_from,
        case state
            when 'ended' then ended_on
            when 'end_unknown' then greatest(last_step.reported_on, began_on) + interval 1 day
            else date '9999-12-31'
        end as surely_before,
        case
            when state <> 'ended' then date '9999-12-31'
            when ended_precision = 'year' then ended_on + interval 1 year
            else ended_on
        end as perhaps_before,
    from intervention
    inner join authority using (dfe_code)
    left join last_step using (intervention_id)
    where scope in ('social_care', 'mixed')
),

intervened as (
    select
        period_end,
        area_code,
        bool_or(surely_from <= period_end and period_end < surely_before) as in_force,
        bool_or(perhaps_from <= period_end and period_end < perhaps_before) as perhaps,
    from dates
    cross join spells
    group by all
)

select period_end, area_code, if(grade = 'inadequate', 'inadequate', 'other-grade') as state
from judged
where grade <> 'no overall grade'

union all

select dates.period_end, authority.area_code, if(coalesce(in_force, false), 'under-intervention', 'no-intervention')
from authority
cross join dates
left join intervened on intervened.area_code = authority.area_code and intervened.period_end = dates.period_end
where coalesce(in_force or not perhaps, true)
order by state, period_end;
