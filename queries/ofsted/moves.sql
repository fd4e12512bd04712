-- One row per inspection of an authority that followed another: the grade before and after, and how long between.
-- Grades of different things, as safeguarding (SLAC) and overall effectiveness (SIF, ILACS), are not compared.
with

ranks as (
    select unnest(['inadequate', 'requires improvement', 'adequate', 'good', 'outstanding']) as grade,
        unnest([1, 2, 2, 3, 4]) as rank,
),

followed as (
    select
        area_code,
        dfe_code,
        authority_name,
        region_code,
        region_name,
        region_parent,
        framework,
        family,
        inspection_type,
        inspected_on,
        published_on,
        grade,
        lag(framework) over earlier as framework_before,
        lag(family) over earlier as family_before,
        lag(published_on) over earlier as published_before,
        lag(grade) over earlier as grade_before,
    from standing
    window earlier as (partition by dfe_code order by published_on)
)

select
    followed.area_code,
    followed.dfe_code,
    followed.authority_name,
    followed.region_name,
    followed.framework_before,
    followed.published_before,
    followed.grade_before,
    followed.framework,
    followed.inspection_type,
    followed.inspected_on,
    followed.published_on,
    followed.grade,
    case
        when followed.family <> followed.family_before or before.rank is null or after.rank is null then 'not compared'
        when after.rank > before.rank then 'rose'
        when after.rank < before.rank then 'fell'
        else 'the same'
    end as move,
    followed.published_on - followed.published_before as days,
from followed
left join ranks as before on before.grade = followed.grade_before
left join ranks as after on after.grade = followed.grade
where
    followed.grade_before is not null
    and $region in ('all', followed.region_code, followed.region_parent)
order by followed.published_on desc, followed.authority_name
