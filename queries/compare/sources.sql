-- One row per publication behind the chosen figures, behind what those derived by us are divided by, and behind the
-- judgements, the population or the deprivation where groups are made by them.
with

behind_figures as (
    select distinct source_id, edition
    from figures_behind($indicators, $first, $last)
    where area_code in $areas
),

behind_judgements as (
    select source_file.source_id, source_file.edition
    from source_file
    inner join source using (source_id)
    where
        source.content = 'judgements'
        and list_has_any($groups, ['inadequate', 'other-grade', 'grade'])
),

behind_likeness as (
    select source_file.source_id, max(source_file.edition) as edition
    from source_file
    inner join source using (source_id)
    where
        (source.content = 'deprivation' and list_contains($groups, 'deprivation'))
        or (source.source_id = 'population' and list_contains($groups, 'size'))
    group by source_file.source_id
),

behind as (
    from behind_figures
    union
    from behind_judgements
    union
    from behind_likeness
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
