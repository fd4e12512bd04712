-- One row per group and authority in it: each region, London whole, and the statistical neighbours of each authority
-- in each model. `of_code` and `model` are those of the neighbours; empty for regions.
create table member as
select region_code as group_id, '' as of_code, '' as model, area_code from authority

union all

select region.parent_code, '', '', authority.area_code
from authority
inner join region on region.area_code = authority.region_code
where region.level = 'london_area'

union all

select 'neighbours', authority.area_code, neighbour.model, other.area_code
from neighbour
inner join authority on authority.dfe_code = neighbour.dfe_code
inner join authority as other on other.dfe_code = neighbour.neighbour_dfe_code
order by group_id, of_code, model, area_code;
