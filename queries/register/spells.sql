-- One row per government intervention in an authority's children's services: when it began and ended, as far as known.
-- `known_to` is as far as it is evidenced: its end, or the last dated step of the intervention itself (not of Ofsted,
-- nor of other services); `last_reported` the last that is known of it at all.
with

phases as (
    select
        intervention_id,
        list(phase order by began_on) as phases,
    from intervention_phase
    group by intervention_id
)

select
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    authority.region_name,
    intervention.intervention_id,
    intervention.began_on,
    cast(intervention.began_precision as varchar) as began_precision,
    intervention.ended_on,
    cast(intervention.ended_precision as varchar) as ended_precision,
    coalesce(intervention.ended_on, greatest(steps.step_on, intervention.began_on)) as known_to,
    coalesce(greatest(steps.reported_on, intervention.began_on), intervention.began_on) as last_reported,
    intervention.state,
    intervention.scope,
    phases.phases,
    coalesce(intervention.trigger, '') as trigger,
    intervention.source_url_began,
    coalesce(intervention.source_url_ended, '') as source_url_ended,
    cast(intervention.confidence as varchar) as confidence,
    coalesce(intervention.note, '') as note,
from intervention
inner join authority using (dfe_code)
left join region on region.area_code = authority.region_code
left join last_step as steps using (intervention_id)
left join phases using (intervention_id)
where
    intervention.scope in ('social_care', 'mixed')
    and $region in ('all', authority.region_code, region.parent_code)
order by authority.name, intervention.began_on
