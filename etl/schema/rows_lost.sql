-- One row per source and edition whose number of tidy rows is not that of the manifest.
with

kept as (
    select source_id, edition, count(*) as rows from figure group by all

    union all

    select source.source_id, tidy.edition, count(*) as rows
    from (
        select 'judgements' as content, edition, source_file from judgement_row
        union all
        select 'judgements_as_at' as content, edition, source_file from judgement_as_at
        union all
        select 'neighbours' as content, edition, source_file from neighbour
        union all
        select 'prices' as content, edition, source_file from deflator
        union all
        select 'deprivation' as content, edition, source_file from deprivation
        union all
        select 'visits' as content, edition, source_file from visit_row
    ) as tidy
    inner join source using (content)
    inner join source_file
        on source_file.source_id = source.source_id
        and source_file.edition = tidy.edition
        and string_split(source_file.file, '/')[-1] = tidy.source_file
    group by all
)

select
    source_id,
    edition,
    coalesce(kept.rows, 0) as found,
    coalesce(source_file.rows_kept, 0) as listed,
from source_file
full join kept using (source_id, edition)
where found <> listed
order by source_id, edition
