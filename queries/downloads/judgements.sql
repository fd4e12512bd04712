-- One row per authority, inspection and judgement area, with the file that it was read from.
select
    judgement.area_code,
    judgement.dfe_code,
    judgement.authority_name,
    judgement.framework,
    judgement.inspection_type,
    judgement.inspected_on,
    judgement.published_on,
    judgement.judgement_area,
    judgement.grade,
    judgement.grade_as_published,
    judgement.basis,
    source_file.publication,
    source_file.publisher,
    source_file.published,
    judgement.edition,
    judgement.source_file,
    judgement.source_row,
    source_file.licence,
from judgement
inner join source on source.content = 'judgements'
inner join source_file
    on source_file.source_id = source.source_id
    and source_file.edition = judgement.edition
    and string_split(source_file.file, '/')[-1] = judgement.source_file
where judgement.area_code in $areas
order by judgement.authority_name, judgement.published_on, judgement.framework, judgement.judgement_area
