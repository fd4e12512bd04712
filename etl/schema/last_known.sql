-- One row: how far our knowledge of inspections reaches.
create view known_to as
select cast(max(source_file.published) as date) as day
from source_file
inner join source using (source_id)
where source.content = 'judgements';

-- One row per intervention with a dated step: the last of the intervention itself (not of Ofsted, nor of other
-- services), and the last that is known of it at all.
create view last_step as
select
    intervention_id,
    max(event_on) filter (scope = 'social_care' and kind <> 'ofsted_context') as step_on,
    max(event_on) as reported_on,
from intervention_event
where happened = 'happened' and intervention_id is not null
group by intervention_id;
