-- One row per focused or monitoring visit in Ofsted's lists of a year's inspections and visits.
-- The inspections of the lists are left to ofsted_ilacs. A list holds what was published in its year to 31 March, so that
-- visits of the last weeks stand in the list of the next.
with

visited as (
    select staged.* replace (
        cast(nullif(staged.first_day, '') as date) as first_day,
        cast(nullif(staged.published_on, '') as date) as published_on
    )
    from staged
    where staged.kind_as_published not in ('ILACS Standard Inspection', 'ILACS Short Inspection')
),

called as (
    select distinct
        lower(trim(authority_name.name)) as name,
        authority.dfe_code,
        authority.opened_on,
        authority.closed_on
    from authority_name
    inner join authority on authority_name.dfe_code = authority.dfe_code
)

-- By area code where the list has one, else by name; of namesakes, the one that existed on the day.
select
    coalesce(authority_code.dfe_code, called.dfe_code) as dfe_code,
    visited.authority_name,
    visited.first_day,
    case visited.kind_as_published
        when 'ILACS Focused Visit' then 'focused'
        when 'LA Monitoring visit' then 'monitoring'
    end as kind,
    visited.kind_as_published,
    visited.published_on,
    visited.theme,
    visited.edition,
    visited.source_file,
    visited.source_row
from visited
left join authority_code
    on visited.area_code = authority_code.area_code
left join called
    on
        lower(visited.authority_name) = called.name
        and visited.first_day >= coalesce(called.opened_on, visited.first_day)
        and visited.first_day <= coalesce(called.closed_on, visited.first_day)
