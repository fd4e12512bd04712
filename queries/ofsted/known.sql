-- One row per database: how far the judgements held reach, and what they rest on.
with

inspections as (
    select dfe_code, framework, published_on, any_value(basis) as basis from judgement group by all
)

select
    known_to.day as as_at,
    cast(year(min(inspections.published_on)) as integer) as first_year,
    cast(year(known_to.day) as integer) as last_year,
    max(inspections.published_on) filter (inspections.basis = 'ofsted') as ofsted_to,
    max(inspections.published_on) as published_to,
    count(*) filter (inspections.basis <> 'ofsted') as added,
    count(*) filter (inspections.basis = 'confirmed') as confirmed,
from inspections
cross join known_to
group by known_to.day
