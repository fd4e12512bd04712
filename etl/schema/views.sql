-- The database's public face: views that others may rely on. Columns may be added, never renamed or removed.
-- The newest figure of each date is laid out by indicator, area and date: a page reads few rows of many.
create table observation_latest as
select
    observation_edition.area_code,
    area.dfe_code,
    area.name as area_name,
    area.area_level,
    observation_edition.indicator_id,
    observation_edition.period_start,
    observation_edition.period_end,
    observation_edition.value,
    observation_edition.status,
    observation_edition.numerator,
    observation_edition.denominator,
    observation_edition.derived,
    observation_edition.edition,
    observation_edition.source_file,
    observation_edition.source_row,
    observation_edition.source_id,
    observation_edition.denominator_file,
    observation_edition.denominator_row,
from observation_edition
inner join area using (area_code)
where observation_edition.latest
order by observation_edition.indicator_id, observation_edition.area_code, observation_edition.period_end;

create view observation as
from observation_latest;

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
    judgement_row.basis,
    judgement_row.edition,
from judgement_row
inner join authority using (dfe_code);

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
