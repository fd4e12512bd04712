-- One row per area whose figures are, in whole or in part, those of an authority: itself, its joint return, and those
-- that it followed or that followed it, with their joint returns.
with

returns as (
    select area_code, dfe_code from authority

    union all

    select distinct area_code, member_code as dfe_code from joint_return
),

asked as (select dfe_code from returns where area_code = $area),

lives as (
    select dfe_code from asked

    union

    select successor_code from authority_change where predecessor_code in (from asked)

    union

    select predecessor_code from authority_change where successor_code in (from asked)
)

select
    area_code,
    case
        when area_code = $area then 'itself'
        when bool_or(dfe_code in (from asked)) and count(*) > 1 then 'joint return'
        when bool_or(dfe_code in (from asked)) then 'member'
        else 'another time'
    end as relation,
from returns
where area_code in (select area_code from returns where dfe_code in (from lives))
group by area_code
order by area_code
