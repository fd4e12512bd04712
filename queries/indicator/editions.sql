-- One row per edition of a publication behind an indicator, the newest first: what it reaches over, and of the figures
-- that the edition before it has too, how many it changed. Only editions of one publication are held to one another: two
-- publications may round the same figure in their own way.
with

figures as (
    select observation_edition.*, source_file.published, source_file.publication
    from observation_edition
    inner join source_file using (source_id, edition)
    where observation_edition.indicator_id = $indicator
),

compared as (
    select
        *,
        lag(value) over at_date as before,
        lag(status) over at_date as status_before,
    from figures
    window at_date as (partition by source_id, area_code, period_end order by edition)
)

select
    publication,
    edition,
    published,
    min(period_end) as first_on,
    max(period_end) as last_on,
    count(*) as figures,
    count(*) filter (status_before is not null) as had_before,
    count(*) filter (
        status_before is not null and (status <> status_before or value is distinct from before)
    ) as changed,
from compared
group by publication, edition, published
order by published desc, publication
