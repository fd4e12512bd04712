-- One row per intervention in the children's services of the chosen authorities: when it began and ended.
select
    authority.area_code,
    authority.name as authority_name,
    intervention.intervention_id,
    intervention.began_on,
    intervention.began_precision,
    intervention.ended_on,
    intervention.ended_precision,
    intervention.state,
    coalesce(last_step.reported_on, intervention.began_on) as last_reported,
    intervention.confidence,
from intervention
left join last_step using (intervention_id)
inner join authority using (dfe_code)
where authority.area_code in $authorities and intervention.scope in ('social_care', 'mixed')
order by authority.name, intervention.began_on
