-- One row per ILACS inspection and judgement in Ofsted's inspection history.
-- Each history begins in 2018, so the newest edition is the whole of it.
-- Ofsted gives today's area codes to inspections of earlier years: the code leads to the same authority.
with

inspected as (
    select
        staged.* replace (
            cast(nullif(staged.inspected_on, '') as date) as inspected_on,
            cast(nullif(staged.published_on, '') as date) as published_on
        ),
        authority_code.dfe_code
    from staged
    left join authority_code
        on staged.area_code = authority_code.area_code
    qualify staged.edition = max(staged.edition) over ()
),

-- One judgement of children in care and care leavers until December 2022, two since.
-- No overall effectiveness from April 2026.
judged as (
    select
        inspected.*,
        cell.judgement_area,
        cell.grade_as_published
    from inspected
    cross join
        lateral (
            values
            ('overall effectiveness', inspected.overall, inspected.inspected_on >= date '2026-04-01'),
            ('leadership', inspected.leadership, false),
            ('help and protection', inspected.help_and_protection, false),
            (
                if(inspected.inspected_on < date '2023-01-01', 'in care and care leavers', 'in care'),
                inspected.in_care,
                false
            ),
            ('care leavers', inspected.care_leavers, inspected.inspected_on < date '2023-01-01')
        ) as cell (judgement_area, grade_as_published, may_be_blank)
    where not (cell.may_be_blank and cell.grade_as_published = '')
)

select
    dfe_code,
    authority_name,
    'ILACS' as framework,
    case inspection_type
        when 'ILACS Standard Inspection' then 'standard'
        when 'ILACS Short Inspection' then 'short'
    end as inspection_type,
    inspected_on,
    published_on,
    judgement_area,
    case lower(grade_as_published)
        when 'outstanding' then 'outstanding'
        when 'good' then 'good'
        when 'requires improvement to be good' then 'requires improvement'
        when 'inadequate' then 'inadequate'
    end as grade,
    grade_as_published,
    'ofsted' as basis,
    edition,
    source_file,
    source_row
from judged
