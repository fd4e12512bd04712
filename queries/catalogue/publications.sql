-- One row per publication behind the figures of all places of some kinds, what those derived by us are divided by too,
-- behind what earlier editions said of them, and behind judgements, where those are shown: who publishes it, and when.
with

behind as (
    select source_id, edition
    from figures_behind($indicators, $first, $last)
    where area_level in $levels

    union

    select source_id, edition
    from observation_edition
    where
        $earlier
        and indicator_id in $indicators
        and period_end between make_date($first, 1, 1) and make_date($last, 12, 31)

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
