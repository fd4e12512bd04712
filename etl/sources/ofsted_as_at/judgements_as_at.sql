-- One row per 31 March, authority and judgement in Ofsted's tables of the latest inspections.
-- "Not yet inspected" (Cumberland, Westmorland and Furness in 2024) gives no row.
with

inspected as (
    select
        *,
        make_date(cast(edition as integer), 3, 31) as as_at,
        cast(nullif(inspected_on, '') as date) as began_on
    from staged
    where inspected_on <> 'Not yet inspected'
),

called as (
    select distinct
        lower(trim(authority_name.name)) as name,
        authority.dfe_code,
        authority.opened_on,
        authority.closed_on
    from authority_name
    inner join authority on authority_name.dfe_code = authority.dfe_code
),

-- By area code where the table has one, else by name; of namesakes, the one that existed on the day.
located as (
    select
        inspected.*,
        coalesce(authority_code.dfe_code, called.dfe_code) as dfe_code
    from inspected
    left join authority_code
        on inspected.area_code = authority_code.area_code
    left join called
        on
            lower(inspected.authority_name) = called.name
            and inspected.as_at >= coalesce(called.opened_on, inspected.as_at)
            and inspected.as_at <= coalesce(called.closed_on, inspected.as_at)
),

-- One judgement of children in care and care leavers until December 2022, two since.
-- No overall effectiveness from April 2026.
judged as (
    select
        located.*,
        cell.judgement_area,
        cell.grade_as_published
    from located
    cross join
        lateral (
            values
            ('overall effectiveness', located.overall, located.began_on >= date '2026-04-01'),
            ('leadership', located.leadership, false),
            ('help and protection', located.help_and_protection, false),
            (
                if(located.began_on < date '2023-01-01', 'in care and care leavers', 'in care'),
                located.in_care,
                false
            ),
            ('care leavers', located.care_leavers, located.began_on < date '2023-01-01')
        ) as cell (judgement_area, grade_as_published, may_be_blank)
    where not (cell.may_be_blank and cell.grade_as_published = '')
)

select
    as_at, dfe_code, authority_name,
    began_on as inspected_on,
    cast(nullif(published_on, '') as date) as published_on,
    judgement_area,
    case lower(grade_as_published)
        when 'outstanding' then 'outstanding'
        when 'good' then 'good'
        when 'requires improvement to be good' then 'requires improvement'
        when 'inadequate' then 'inadequate'
    end as grade,
    grade_as_published, edition, source_file, source_row
from judged
