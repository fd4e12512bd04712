-- One row per publication behind the figures of a past edition, what they are divided by too, and behind the judgements.
with

figures as (
    from figure_as_of($indicator, $edition)
    where area_code in $areas and period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
),

behind as (
    select source_id, edition from figures

    union

    select source_file.source_id, source_file.edition
    from figures
    inner join source_file on string_split(source_file.file, '/')[-1] = figures.denominator_file
    where figures.derived and figures.denominator_file <> figures.source_file

    union

    from prices_behind([$indicator])

    union

    select source_file.source_id, source_file.edition
    from source_file
    inner join source using (source_id)
    where source.content = 'judgements' and $judged
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
