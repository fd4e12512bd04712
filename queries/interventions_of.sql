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
    intervention.confidence,
from intervention
inner join authority using (dfe_code)
where authority.area_code in $authorities
order by authority.name, intervention.began_on
