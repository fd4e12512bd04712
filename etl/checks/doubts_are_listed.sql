-- One row per row of the register of low confidence, or without a known end, that the list of doubts leaves out.
with

doubtful as (
    select intervention_id as row_id, 'end not known' as doubt from intervention where state = 'end_unknown'

    union all

    select intervention_id, 'low confidence' from intervention where confidence = 'low'

    union all

    select concat(intervention_id, ' ', began_on), 'low confidence' from intervention_phase where confidence = 'low'

    union all

    select event_id, 'low confidence' from intervention_event where confidence = 'low'

    union all

    select event_id, 'low confidence' from event where confidence = 'low'
)

select
    doubtful.row_id,
    doubtful.doubt
from doubtful
left join register_doubt using (row_id, doubt)
where register_doubt.row_id is null
order by all
