-- One row per authority of that code: its page at Ofsted, the newest day held, and how many inspections are held.
select
    authority.area_code,
    coalesce(ofsted_page.page_url, '') as page_url,
    coalesce(ofsted_page.source_file, '') as source_file,
    known_to.day as as_at,
    coalesce( -- over the protocol of DuckDB 1.5 a count of none is null
        (select count(distinct (framework, published_on)) from judgement where judgement.dfe_code = authority.dfe_code),
        0
    ) as inspections,
from authority
cross join known_to
left join ofsted_page using (dfe_code)
where authority.area_code = $authority
