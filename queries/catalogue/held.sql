-- One row: the first and the last year of the figures held, and of all that is held: judgements and dated steps too.
-- Steps that were only planned do not count: the axis ends where what is known does. It begins with the first figure or
-- graded inspection; a step before it is drawn at its edge, with its date in words.
with

-- of the table, which answers for every area of a joint return too: without a condition its ends are known unread
figures as (
    select
        year(min(period_end)) as first_figures,
        year(max(period_end)) as last_figures,
    from found_observation
),

judgements as (
    select
        year(min(published_on)) as first_judged,
        year(max(published_on)) as last_judged,
    from judgement
),

steps as (
    select year(max(event_on)) as last_step from intervention_event where happened = 'happened'
)

select
    first_figures,
    last_figures,
    least(first_figures, first_judged) as first_all,
    greatest(last_figures, last_judged, last_step) as last_all,
from figures
cross join judgements
cross join steps
