-- One row per authority, past ones too: its name as people say it, other names, codes, region, and what it became.
with

names as (
    select dfe_code, list(distinct name order by name) as other_names
    from authority_name
    where name <> (select any_value(authority.plain_name) from authority where authority.dfe_code = authority_name.dfe_code)
    group by dfe_code
),

codes as (
    select dfe_code, list(area_code order by area_code) as area_codes
    from authority_code
    group by dfe_code
),

predecessors as (
    select
        authority_change.successor_code as dfe_code,
        list(distinct predecessor.name order by predecessor.name) as predecessors,
        list(distinct predecessor.area_code order by predecessor.area_code) as predecessor_codes,
    from authority_change
    inner join authority as predecessor on predecessor.dfe_code = authority_change.predecessor_code
    group by all
),

successors as (
    select
        authority_change.predecessor_code as dfe_code,
        list(distinct successor.name order by successor.name) as successors,
        list(distinct successor.area_code order by successor.area_code) as successor_codes,
    from authority_change
    inner join authority as successor on successor.dfe_code = authority_change.successor_code
    group by all
)

select
    authority.area_code,
    authority.dfe_code,
    authority.plain_name as name,
    coalesce(names.other_names, []) as other_names,
    coalesce(codes.area_codes, []) as area_codes,
    authority.region_name,
    authority.opened_on,
    authority.closed_on,
    authority.tiny = 'yes' as tiny,
    coalesce(predecessors.predecessors, []) as predecessors,
    coalesce(predecessors.predecessor_codes, []) as predecessor_codes,
    coalesce(successors.successors, []) as successors,
    coalesce(successors.successor_codes, []) as successor_codes,
    joint_return.name as joint_return_name,
    joint_return.first_period_end as joint_return_from,
    joint_return.last_period_end as joint_return_to,
from authority
left join names using (dfe_code)
left join codes using (dfe_code)
left join predecessors using (dfe_code)
left join successors using (dfe_code)
left join joint_return on joint_return.member_code = authority.dfe_code
order by authority.plain_name
