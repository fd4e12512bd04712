-- One row per authority of today: its last graded inspection, and how long ago that was on the newest day held.
with

latest as (
    select *
    from standing
    qualify row_number() over (partition by dfe_code order by published_on desc) = 1
)

select
    authority.area_code,
    authority.dfe_code,
    authority.name as authority_name,
    authority.region_name,
    authority.opened_on,
    latest.framework,
    latest.inspection_type,
    latest.inspected_on,
    latest.published_on,
    coalesce(latest.grade, 'none held') as grade,
    coalesce(latest.judgements, '') as judgements,
    known_to.day as as_at,
    known_to.day - coalesce(latest.inspected_on, latest.published_on) as days,
    median(known_to.day - coalesce(latest.inspected_on, latest.published_on)) over () as median_days,
    coalesce(ofsted_page.page_url, '') as page_url,
from authority
cross join known_to
left join latest using (dfe_code)
left join ofsted_page using (dfe_code)
left join region on region.area_code = authority.region_code
where
    authority.closed_on is null
    and $region in ('all', authority.region_code, region.parent_code)
order by days desc nulls last, authority.name
