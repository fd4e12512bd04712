-- One row per area that a figure can be about: authorities, joint returns, regions and England.
create table area as
select
    authority.area_code,
    authority.dfe_code,
    authority.name,
    authority.plain_name,
    'authority' as area_level,
    authority.region_code,
    authority.opened_on,
    authority.closed_on,
    authority.tiny = 'yes' as tiny,
from authority

union all

select distinct
    joint_return.area_code,
    joint_return.joint_code as dfe_code,
    joint_return.name,
    joint_return.name as plain_name,
    'joint return' as area_level,
    joint_return.region_code,
    joint_return.first_period_end as opened_on,
    joint_return.last_period_end as closed_on,
    false as tiny,
from joint_return

union all

select
    region.area_code,
    null as dfe_code,
    region.name,
    region.name as plain_name,
    case region.level when 'england' then 'england' else 'region' end as area_level,
    region.parent_code as region_code,
    null as opened_on,
    null as closed_on,
    false as tiny,
from region
