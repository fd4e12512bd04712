-- One row per judgement whose grade is none of the known words.
select source_file, source_row, judgement_area, grade_as_published
from tidy
where
    grade is null
    or grade not in ('outstanding', 'good', 'adequate', 'requires improvement', 'inadequate')
order by source_file, source_row, judgement_area
