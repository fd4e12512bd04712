-- One row per row of the register without an address or a title of the document that shows it.
select 'interventions' as file, intervention_id as row_id
from intervention
where
    not starts_with(source_url_began, 'http')
    or (state = 'ended' and not starts_with(coalesce(source_url_ended, ''), 'http'))

union all

select 'intervention_phases', concat(intervention_id, ' ', began_on)
from intervention_phase
where coalesce(event_ids, '') = ''

union all

select 'intervention_events', event_id
from intervention_event
where not starts_with(source_url, 'http') or trim(source_title) = ''

union all

select 'events', event_id
from event
where not starts_with(coalesce(source_url, ''), 'http') or trim(source_title) = ''

union all

select 'contradictions', contradiction_id
from contradiction
where trim(one_source) = '' or trim(other_source) = ''
order by all
