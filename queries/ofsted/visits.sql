-- One row per visit of Ofsted's between inspections, focused or monitoring: no visit carries a grade.
select
    visit.area_code,
    visit.dfe_code,
    visit.authority_name,
    authority.region_name,
    visit.kind,
    visit.covid_visit,
    if(visit.covid_visit, 'assurance', visit.kind) as look,
    visit.first_day,
    visit.dates_as_given,
    visit.published_on,
    visit.subject,
    visit.theme,
    visit.basis,
    visit.letter_file,
    visit.letter_sha256,
    visit.edition,
    visit.source_file,
    visit.source_row,
    visit.note,
from visit
inner join authority using (dfe_code)
left join region on region.area_code = authority.region_code
where
    $authority in ('all', visit.area_code)
    and $region in ('all', authority.region_code, region.parent_code)
    and look in $kinds
order by visit.authority_name, visit.first_day, visit.kind
