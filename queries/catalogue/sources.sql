-- One row per publication behind the chosen figures, what those derived by us are divided by too, and behind the
-- judgements: who publishes it, and when it came out.
with

behind_figures as (
    select distinct source_id, edition
    from figures_behind($indicators, $first, $last)
    where area_code in $areas
),

behind_judgements as (
    select distinct source.source_id, judgement.edition
    from judgement
    inner join source on source.content = 'judgements'
    inner join source_file
        on source_file.source_id = source.source_id
        and source_file.edition = judgement.edition
        and string_split(source_file.file, '/')[-1] = judgement.source_file
    where judgement.area_code in $areas
),

behind as (
    from behind_figures
    union all
    from behind_judgements
)

select
    source.title,
    source.publisher,
    list(distinct source_file.published order by source_file.published) as published,
from behind
inner join source using (source_id)
inner join source_file using (source_id, edition)
group by source.title, source.publisher, source.url, source.licence
order by max(source_file.published) desc, source.title
