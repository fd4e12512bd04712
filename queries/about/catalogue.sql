-- One row per indicator: what it means, how far its figures reach, and where the last of them come from.
with

dated as (
    select
        indicator_id,
        min(period_end) filter (status = 'published') as first_date,
        max(period_end) filter (status = 'published') as last_date,
    from observation
    where area_level in ('authority', 'joint return')
    group by indicator_id
),

last as (
    select
        observation.indicator_id,
        count(*) filter (observation.status = 'published') as authorities,
        count(*) as returns,
        bool_or(observation.area_level = 'joint return') as joint,
        arg_max(observation.source_id, observation.edition) as source_id,
        max(observation.edition) as edition,
    from observation
    inner join dated on dated.indicator_id = observation.indicator_id and dated.last_date = observation.period_end
    where observation.area_level in ('authority', 'joint return')
    group by observation.indicator_id
)

select
    indicator.indicator_id,
    indicator.title,
    indicator.topic,
    indicator.unit,
    indicator.measure,
    indicator.better,
    indicator.better_reason,
    indicator.definition,
    indicator.caveats,
    dated.first_date,
    dated.last_date,
    last.authorities,
    last.returns,
    last.joint,
    source_file.publication,
    source_file.published,
    source.next_release,
from indicator
inner join dated using (indicator_id)
inner join last using (indicator_id)
inner join source using (source_id)
inner join source_file using (source_id, edition)
order by indicator.position
