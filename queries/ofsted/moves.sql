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
),

moves as (
    select
        followed.*,
        case
            when followed.family <> followed.family_before or before.rank is null or after.rank is null
                then 'not compared'
            when after.rank > before.rank then 'rose'
            when after.rank < before.rank then 'fell'
            else 'the same'
        end as move,
        followed.published_on - followed.published_before as days,
        -- before November 2013 the third grade was another, and what was graded was not the whole
        before.rank is not null and after.rank is not null and followed.grade_before <> 'adequate'
        and regexp_matches(followed.framework_before, '^(SIF|ILACS)')
        and regexp_matches(followed.framework, '^(SIF|ILACS)') as overall,
    from followed
    left join ranks as before on before.grade = followed.grade_before
    left join ranks as after on after.grade = followed.grade
    where
        followed.grade_before is not null
        and $region in ('all', followed.region_code, followed.region_parent)
)

select
    area_code,
    dfe_code,
    authority_name,
    region_name,
    framework_before,
    published_before,
    grade_before,
    framework,
    inspection_type,
    inspected_on,
    published_on,
    grade,
    move,
    days,
    move <> 'not compared' and overall as overall,
    count(*) over pair as alike,
    min(days) over pair as shortest_days,
    median(days) over pair as median_days,
    max(days) over pair as longest_days,
    count(*) over moved as moved_alike,
    median(days) over moved as median_moved_days,
from moves
window
    pair as (partition by move <> 'not compared' and overall, grade_before, grade),
    moved as (partition by move <> 'not compared' and overall, grade_before, move)
order by published_on desc, authority_name
