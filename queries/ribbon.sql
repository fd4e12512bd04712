-- One row per inspection of an authority that graded its protection of children as a whole: the grade, and how
-- long it stood, from the publication of its report to that of the next. Which judgement stands for the whole
-- depends on the framework; frameworks that graded looked-after services alone have none.
with

known_to as (
    -- how far our knowledge of inspections reaches
    select cast(max(source_file.published) as date) as day
    from source_file
    inner join source using (source_id)
    where source.content = 'judgements'
),

inspections as (
    select
        framework,
        inspection_type,
        inspected_on,
        published_on,
        basis,
        max(grade) filter (
            judgement_area = case
                when framework in ('SLAC', 'SLAC re-inspection') then 'safeguarding'
                when framework in ('CPI', 'CPI re-inspection') then 'child protection'
                else 'overall effectiveness'
            end
        ) as grade,
        any_value(authority.closed_on) as closed_on,
    from judgement
    inner join authority using (dfe_code)
    where judgement.area_code = $authority
    group by all
)

select
    framework,
    inspection_type,
    inspected_on,
    published_on,
    least(
        coalesce(lead(published_on) over (order by published_on), known_to.day),
        coalesce(closed_on, known_to.day)
    ) as until,
    coalesce(grade, 'no overall grade') as grade,
    case framework
        when 'SLAC' then 'safeguarding'
        when 'SLAC re-inspection' then 'safeguarding'
        when 'CPI' then 'child protection'
        when 'CPI re-inspection' then 'child protection'
        else 'overall effectiveness'
    end as graded,
    basis,
from inspections
cross join known_to
where grade is not null or framework = 'ILACS'
order by published_on
