-- One row per ILACS inspection and judgement that Ofsted's own inspection history does not have yet.
-- The overview takes the grades out of the reports by software; it keeps the latest report of each authority only.
-- Its three-digit la_code is ours; its nine-digit codes are those of today.
with

inspected as (
    select
        staged.* replace (
            authority.dfe_code as dfe_code,
            nullif(nullif(staged.inspection_type, 'None'), '') as inspection_type,
            cast(strptime(nullif(staged.inspected_on, ''), ['%d/%m/%y', '%d/%m/%Y']) as date) as inspected_on,
            cast(strptime(nullif(staged.published_on, ''), ['%d/%m/%y', '%d/%m/%Y']) as date) as published_on
        )
    from staged
    left join authority
        on staged.dfe_code = authority.dfe_code
    qualify staged.edition = max(staged.edition) over ()
),

-- `judgement` holds what the sources before this one gave: anything that Ofsted's own history, up to its last
-- report, has or should have is left to it. A report without a date stays, to be refused.
added as (
    select inspected.*
    from inspected
    anti join judgement
        on
            inspected.published_on <= judgement.published_on
            and judgement.framework = 'ILACS'
            and judgement.basis = 'ofsted'
),

-- No overall effectiveness from April 2026; no judgement of care leavers alone until December 2022.
judged as (
    select
        added.*,
        cell.judgement_area,
        cell.grade_as_published
    from added
    cross join
        lateral (
            values
            ('overall effectiveness', added.overall, added.inspected_on >= date '2026-04-01', ['not_reported_post_reform', 'nan', '']),
            ('leadership', added.leadership, false, []),
            ('help and protection', added.help_and_protection, false, []),
            (
                if(added.care_leavers = 'inspection_pre_dates_judgement', 'in care and care leavers', 'in care'),
                added.in_care,
                false,
                []
            ),
            ('care leavers', added.care_leavers, true, ['inspection_pre_dates_judgement'])
        ) as cell (judgement_area, grade_as_published, may_be_blank, blank)
    where not (coalesce(cell.may_be_blank, false) and list_contains(cell.blank, cell.grade_as_published))
)

select
    dfe_code,
    authority_name,
    'ILACS' as framework,
    inspection_type,
    inspected_on,
    published_on,
    judgement_area,
    case lower(grade_as_published)
        when 'outstanding' then 'outstanding'
        when 'good' then 'good'
        when 'requires improvement' then 'requires improvement'
        when 'inadequate' then 'inadequate'
    end as grade,
    grade_as_published, 'compiled' as basis, edition, source_file, source_row
from judged
