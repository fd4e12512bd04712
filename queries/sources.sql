-- One row per source and edition behind the chosen indicators' figures on a page.
select distinct
    source.source_id,
    source.title,
    source.publisher,
    source.url,
    source.licence,
    source_file.edition,
    source_file.published,
    source.next_release,
    string_split(source_file.file, '/')[-1] as file,
from observation
inner join source using (source_id)
inner join source_file
    on source_file.source_id = observation.source_id
    and source_file.edition = observation.edition
where
    observation.indicator_id in $indicators
    and observation.area_code in $areas
order by source_file.published desc, source.title
