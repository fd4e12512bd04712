-- One row per judgement and area of it: the grade, and how long it stood, until an authority's next inspection.
with

inspections as (
    select
        published_on,
        least(
            coalesce(lead(published_on) over (order by published_on), known_to.day),
            coalesce(any_value(authority.closed_on), known_to.day)
        ) as until,
    from judgement
    inner join authority using (dfe_code)
    cross join known_to
    where judgement.area_code = $authority and judgement.framework <> 'TLAC'
    group by published_on, known_to.day
)

select
    case judgement.judgement_area
        when 'looked after children' then 'in care'
        when 'in care and care leavers' then 'in care'
        else judgement.judgement_area
    end as row,
    judgement.judgement_area as graded,
    judgement.framework,
    judgement.inspection_type,
    judgement.inspected_on,
    judgement.published_on,
    inspections.until,
    judgement.grade,
    judgement.basis,
from judgement
inner join inspections using (published_on)
where
    judgement.area_code = $authority
    and judgement.judgement_area <> 'overall effectiveness'
    and $wanted
order by row, judgement.published_on
