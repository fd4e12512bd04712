-- Every inspection that graded the protection of children as a whole, and what stood before and after it. Which
-- judgement stands for the whole depends on the framework; frameworks that graded looked-after services alone have
-- none. `family` tells which grades may be set beside one another: those of the SIF and the ILACS have one scale.
create table standing as
with

named as (
    select
        *,
        case
            when framework in ('SLAC', 'SLAC re-inspection') then 'safeguarding'
            when framework in ('CPI', 'CPI re-inspection') then 'child protection'
            else 'overall effectiveness'
        end as graded,
    from judgement
),

inspections as (
    select
        dfe_code,
        framework,
        inspection_type,
        inspected_on,
        published_on,
        graded,
        any_value(basis) as basis,
        max(grade) filter (judgement_area = graded) as grade,
        string_agg(concat(judgement_area, ': ', grade), '; ' order by judgement_area) as judgements,
    from named
    group by all
    having max(grade) filter (judgement_area = graded) is not null or framework = 'ILACS'
)

select
    inspections.dfe_code,
    authority.area_code,
    authority.name as authority_name,
    authority.region_code,
    authority.region_name,
    region.parent_code as region_parent,
    authority.opened_on,
    authority.closed_on,
    authority.tiny = 'yes' as tiny,
    inspections.framework,
    inspections.graded as family,
    inspections.inspection_type,
    inspections.inspected_on,
    inspections.published_on,
    coalesce(inspections.grade, 'no overall grade') as grade,
    inspections.graded,
    inspections.judgements,
    inspections.basis,
    lead(inspections.published_on) over (
        partition by inspections.dfe_code order by inspections.published_on
    ) as next_published_on,
from inspections
inner join authority using (dfe_code)
left join region on region.area_code = authority.region_code;
