-- One row per date of the register that is more exact than its precision says.
with

dated as (
    select intervention_id as row_id, began_on as day, began_precision as precision from intervention

    union all

    select intervention_id, ended_on, ended_precision from intervention

    union all

    select concat(intervention_id, ' ', title), began_on, began_precision from intervention_phase

    union all

    select concat(intervention_id, ' ', title), ended_on, ended_precision from intervention_phase

    union all

    select event_id, event_on, date_precision from intervention_event

    union all

    select event_id, event_on, date_precision from event
)

select *
from dated
where
    (precision = 'month' and day(dated.day) <> 1)
    or (precision = 'year' and dayofyear(dated.day) <> 1)
    or (dated.day is not null and precision is null)
order by row_id
