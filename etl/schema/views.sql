-- The database's public face: views that others may rely on. Columns may be added, never renamed or removed.
create view observation as
select
    area_code,
    dfe_code,
    area_name,
    area_level,
    indicator_id,
    period_start,
    period_end,
    value,
    status,
    numerator,
    denominator,
    lower_95,
    upper_95,
    small,
    derived,
    edition,
    source_file,
    source_row,
    source_id,
    denominator_file,
    denominator_row,
    price_factor,
    price_file,
    price_row,
from found_observation
where asked_code = area_code;

create view judgement as
select
    judgement_row.dfe_code,
    authority.area_code,
    authority.name as authority_name,
    judgement_row.framework,
    judgement_row.inspection_type,
    judgement_row.inspected_on,
    judgement_row.published_on,
    judgement_row.judgement_area,
    judgement_row.grade,
    judgement_row.grade_as_published,
    judgement_row.source_file,
    judgement_row.source_row,
    if(judgement_row.basis = 'compiled' and report_read.report_url is not null, 'confirmed', judgement_row.basis)
        as basis,
    judgement_row.edition,
    coalesce(report_read.report_url, '') as report_url,
from judgement_row
inner join authority using (dfe_code)
left join report_read using (dfe_code, published_on);

create view inspection as
select
    dfe_code,
    area_code,
    authority_name,
    framework,
    inspection_type,
    inspected_on,
    published_on,
    max(grade) filter (judgement_area = 'overall effectiveness') as overall_grade,
    any_value(basis) as basis,
from judgement
group by all;

-- Visits between inspections, which carry no grade: focused visits from Ofsted's letters, and what Ofsted's own lists of
-- 2021-22 to 2024-25 name, focused and monitoring. A visit in both stands once, with both named.
create view visit as
select
    authority.dfe_code,
    authority.area_code,
    authority.name as authority_name,
    coalesce(visit_row.kind, 'focused') as kind,
    first_day,
    coalesce(focused_visit.dates_in_letter, '') as dates_as_given,
    coalesce(focused_visit.published_on, visit_row.published_on) as published_on,
    coalesce(focused_visit.covid_visit = 'yes', false) as covid_visit,
    coalesce(focused_visit.focus, '') as subject,
    coalesce(visit_row.theme, '') as theme,
    case
        when visit_row.dfe_code is null then 'letter'
        when focused_visit.dfe_code is null then 'list'
        else 'letter and list'
    end as basis,
    coalesce(focused_visit.report_file, '') as letter_file,
    coalesce(focused_visit.sha256, '') as letter_sha256,
    coalesce(visit_row.edition, '') as edition,
    coalesce(visit_row.source_file, '') as source_file,
    visit_row.source_row,
    coalesce(focused_visit.note, '') as note,
from (select *, 'focused' as kind from focused_visit) as focused_visit
full join visit_row using (dfe_code, first_day, kind)
inner join authority using (dfe_code);
