-- One row per authority or joint return and intervention in social care that lay, or may have lain, between two days.
with

returns as (
    -- the authorities behind each area of which figures are published: two behind a joint return
    select area_code, dfe_code from authority

    union all

    select distinct area_code, member_code as dfe_code from joint_return
),

spells as (
    -- an end that is not known counts as never, an approximate one as its last possible day
    select
        carrier.carried_by as dfe_code,
        intervention.authority_name,
        intervention.began_on,
        cast(intervention.began_precision as varchar) as began_precision,
        intervention.ended_on,
        coalesce(cast(intervention.ended_precision as varchar), '') as ended_precision,
        intervention.state,
        case intervention.ended_precision
            when 'year' then make_date(year(intervention.ended_on), 12, 31)
            when 'month' then last_day(intervention.ended_on)
            else coalesce(intervention.ended_on, date '2999-12-31')
        end as last_on,
    from intervention
    inner join carrier using (dfe_code)
    where intervention.scope in ('social_care', 'mixed')
)

select
    returns.area_code,
    spells.authority_name,
    spells.began_on,
    spells.began_precision,
    spells.ended_on,
    spells.ended_precision,
    spells.state,
from returns
inner join spells using (dfe_code)
where spells.began_on <= $last_on and spells.last_on >= $first_on
order by returns.area_code, spells.began_on, spells.authority_name
