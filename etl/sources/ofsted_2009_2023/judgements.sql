-- One row per inspection and judgement from 2009 to 2018, before the ILACS, in Ofsted's sheet of 2023.
-- The sheet's ILACS columns are left to ofsted_ilacs, which corrects two of them (Nottingham, Merton).
-- It has publication dates only; ' -' stands for not judged and gives no row.
-- Every "adequate" before the SIF was relabelled "requires improvement to be good": it is restored here.
with

unfolded as (
    select
        authority_name,
        unnest( -- noqa: AL03
            cast([
                ('SLAC', slac_on, 'safeguarding', slac_safeguarding),
                ('SLAC', slac_on, 'looked after children', slac_looked_after),
                ('SLAC re-inspection', safeguarding_reinspected_on, 'safeguarding', safeguarding_reinspected),
                ('SLAC re-inspection', looked_after_reinspected_on, 'looked after children', looked_after_reinspected),
                ('CPI', cpi_on, 'child protection', cpi_child_protection),
                ('CPI re-inspection', cpi_reinspection_on, 'child protection', cpi_reinspection_child_protection),
                ('TLAC', tlac_on, 'looked after children', tlac_looked_after),
                ('SIF', sif_on, 'overall effectiveness', sif_overall),
                ('SIF', sif_on, 'help and protection', sif_help_and_protection),
                ('SIF', sif_on, 'looked after children', sif_looked_after),
                ('SIF', sif_on, 'adoption', sif_adoption),
                ('SIF', sif_on, 'care leavers', sif_care_leavers),
                ('SIF', sif_on, 'leadership', sif_leadership),
                ('SIF', sif_on, 'LSCB', sif_lscb),
                ('SIF re-inspection', sif_reinspection_on, 'overall effectiveness', sif_reinspection_overall),
                ('SIF re-inspection', sif_reinspection_on, 'help and protection', sif_reinspection_help_and_protection),
                ('SIF re-inspection', sif_reinspection_on, 'looked after children', sif_reinspection_looked_after),
                ('SIF re-inspection', sif_reinspection_on, 'adoption', sif_reinspection_adoption),
                ('SIF re-inspection', sif_reinspection_on, 'care leavers', sif_reinspection_care_leavers),
                ('SIF re-inspection', sif_reinspection_on, 'leadership', sif_reinspection_leadership)
            ] as struct(framework varchar, published_on varchar, judgement_area varchar, grade_as_published varchar)[]),
            recursive := true
        ),
        edition,
        source_file,
        source_row
    from staged
),

judged as (
    select * replace (cast(nullif(published_on, '') as date) as published_on)
    from unfolded
    where grade_as_published <> '-' and (grade_as_published <> '' or published_on <> '')
),

-- Ofsted says "Dorset" of two authorities: 835, "Dorset (to March 2019)" in the reference data, and 838 since.
called as (
    select lower(trim(authority_name.name)) as name, authority.dfe_code, authority.opened_on, authority.closed_on
    from authority_name
    inner join authority on authority_name.dfe_code = authority.dfe_code
    union
    select lower(regexp_replace(name, ' [(].*[)]$', '')) as name, dfe_code, opened_on, closed_on
    from authority
),

-- Of namesakes, the one that existed on the day of publication.
located as (
    select judged.*, called.dfe_code
    from judged
    left join called
        on
            lower(judged.authority_name) = called.name
            and judged.published_on >= coalesce(called.opened_on, judged.published_on)
            and judged.published_on <= coalesce(called.closed_on, judged.published_on)
)

select
    dfe_code, authority_name, framework,
    if(framework like '%re-inspection', 're-inspection', 'full') as inspection_type,
    cast(null as date) as inspected_on,
    published_on, judgement_area,
    case lower(grade_as_published)
        when 'outstanding' then 'outstanding'
        when 'good' then 'good'
        when 'requires improvement to be good' then if(framework like 'SIF%', 'requires improvement', 'adequate')
        when 'inadequate' then 'inadequate'
    end as grade,
    grade_as_published, 'ofsted' as basis, edition, source_file, source_row
from located
