-- One row per point on which accounts of an authority differ, and how the register treats it.
select
    contradiction.contradiction_id,
    authority.area_code,
    authority.name as authority_name,
    contradiction.about,
    contradiction.one_account,
    contradiction.one_source,
    contradiction.other_account,
    contradiction.other_source,
    contradiction.treated_as,
    cast(contradiction.confidence as varchar) as confidence,
from contradiction
inner join authority using (dfe_code)
where $authority in ('all', authority.area_code)
order by authority.name, contradiction.contradiction_id
