-- One row per edition of the publications behind an indicator, the newest first.
select distinct
    observation_edition.edition,
    source_file.published,
    source_file.publication,
from observation_edition
inner join source_file using (source_id, edition)
where observation_edition.indicator_id = $indicator
order by observation_edition.edition desc, source_file.published desc
