-- One row per inspection and judgement area of an authority, in order of publication.
select
    framework,
    inspection_type,
    inspected_on,
    published_on,
    judgement_area,
    grade,
    grade_as_published,
    basis,
    source_file,
    source_row,
from judgement
where area_code = $authority
order by published_on, framework, judgement_area
