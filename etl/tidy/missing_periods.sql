-- One row per year of an edition and area that should have a row in it and has none.
with

years as (
    select
        edition.edition,
        edition.file,
        edition.absent,
        cast(year.generate_series || '-' || layout.reference as date) as period_end,
    from edition
    cross join layout
    cross join generate_series(edition.first, edition.last) as year
),

expected as (
    select years.*, area.area_code, area.name
    from years
    inner join area
        on area.area_level in ('england', 'authority')
        or (area.area_level = 'region' and (select regions from layout))
    where
        coalesce(area.opened_on, date '1900-01-01') <= years.period_end
        and coalesce(area.closed_on, date '2999-12-31') >= years.period_end
        and not list_contains(years.absent, area.area_code)
),

covered as (
    select edition, period_end, area_code from tidy
    union
    -- a joint return stands for each of its members
    select tidy.edition, tidy.period_end, authority.area_code
    from tidy
    inner join joint_return on joint_return.area_code = tidy.area_code
    inner join authority on authority.dfe_code = joint_return.member_code
)

select expected.file, expected.name, expected.period_end
from expected
anti join covered using (edition, period_end, area_code)
order by expected.file, expected.period_end, expected.name
