-- One row per phase that does not lie inside its intervention, or that overlaps the next phase of it.
-- A date of month or year precision stands for each of its days: it is compared by its first and its last.
with

phase as (
    select
        intervention_phase.intervention_id,
        intervention_phase.began_on,
        intervention_phase.ended_on,
        intervention.began_on as spell_began_on,
        intervention.ended_on as spell_ended_on,
        case intervention_phase.ended_precision
            when 'year' then make_date(year(intervention_phase.ended_on), 12, 31)
            when 'month' then last_day(intervention_phase.ended_on)
            else intervention_phase.ended_on
        end as last_on,
        case intervention.ended_precision
            when 'year' then make_date(year(intervention.ended_on), 12, 31)
            when 'month' then last_day(intervention.ended_on)
            else intervention.ended_on
        end as spell_last_on,
        lead(intervention_phase.began_on) over (
            partition by intervention_phase.intervention_id
            order by intervention_phase.began_on
        ) as next_began_on
    from intervention_phase
    inner join intervention
        on intervention_phase.intervention_id = intervention.intervention_id
)

select
    intervention_id,
    began_on,
    ended_on,
    spell_began_on,
    spell_ended_on,
    next_began_on
from phase
where
    began_on < spell_began_on
    or coalesce(last_on, date '2999-12-31') > coalesce(spell_last_on, date '2999-12-31')
    or coalesce(ended_on, date '2999-12-31') > next_began_on
order by intervention_id, began_on
