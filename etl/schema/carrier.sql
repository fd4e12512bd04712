-- One row per authority and whoever carries its interventions and events: itself, and the authority that followed it.
create view carrier as
select dfe_code, dfe_code as carried_by from authority

union

select predecessor_code as dfe_code, successor_code as carried_by from authority_change;
