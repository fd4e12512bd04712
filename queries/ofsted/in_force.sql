-- One row per authority and date (each 31 March, and the newest day held): the grade that stood for the whole then.
-- By `published`, a grade stands from the publication of its report. By `inspected`, Ofsted's own rule is kept: the
-- latest inspection begun by that day, if its report came out by 30 June (until 2023 by 30 April); where the day of
-- the inspection is not held, the day of publication stands for it.
with

dates as (
    select
        make_date(year, 3, 31) as as_at,
        make_date(year, if(year <= 2023, 4, 6), 30) as published_by,
    from range(2010, 2100) as years (year)
    cross join known_to
    where make_date(year, 3, 31) <= known_to.day

    union all

    select known_to.day, known_to.day from known_to
),

alive as (
    select
        dates.as_at,
        dates.published_by,
        authority.dfe_code,
        authority.area_code,
        authority.name as authority_name,
        authority.region_name,
        authority.tiny = 'yes' as tiny,
    from dates
    inner join authority
        on
            dates.as_at >= coalesce(authority.opened_on, dates.as_at)
            and dates.as_at <= coalesce(authority.closed_on, dates.as_at)
    left join region on region.area_code = authority.region_code
    where $region in ('all', authority.region_code, region.parent_code)
),

counted as (
    select
        *,
        if($counted = 'inspected', coalesce(inspected_on, published_on), published_on) as counted_on,
    from standing
),

-- South Tyneside's report of 10 May 2023 was let in after the cut-off: note 4 of Ofsted's release of 2023.
stood as (
    select alive.as_at, counted.*
    from alive
    inner join counted
        on
            alive.dfe_code = counted.dfe_code
            and counted.counted_on <= alive.as_at
            and (
                $counted = 'published'
                or counted.published_on <= alive.published_by
                or (counted.dfe_code = '393' and counted.published_on = date '2023-05-10')
            )
    qualify row_number() over (partition by alive.as_at, counted.dfe_code order by counted.counted_on desc) = 1
)

select
    alive.as_at,
    alive.area_code,
    alive.dfe_code,
    alive.authority_name,
    alive.region_name,
    alive.tiny,
    coalesce(stood.grade, 'none held') as grade,
    coalesce(stood.framework, '') as framework,
    coalesce(stood.graded, '') as graded,
    coalesce(stood.judgements, '') as judgements,
    stood.inspected_on,
    stood.published_on,
    coalesce(stood.basis, '') as basis,
from alive
left join stood
    on
        alive.dfe_code = stood.dfe_code
        and alive.as_at = stood.as_at
order by alive.authority_name, alive.as_at
