-- One row per indicator: how far it reaches, how many authorities have a figure, and where the last comes from.
with

dated as (
    select
        indicator_id,
        min(period_end) filter (status = 'published') as first,
        max(period_end) filter (status = 'published') as last,
        count(*) filter (status = 'published') as figures,
        count(*) filter (status <> 'published') as gaps,
    from observation
    where area_level in ('authority', 'joint return')
    group by indicator_id
),

last as (
    select
        observation.indicator_id,
        count(*) filter (observation.status = 'published') as authorities,
        count(*) as expected,
        any_value(source.title) as publication,
        max(observation.edition) as edition,
    from observation
    inner join dated on dated.indicator_id = observation.indicator_id and dated.last = observation.period_end
    inner join source using (source_id)
    where observation.area_level in ('authority', 'joint return')
    group by observation.indicator_id
)

select
    indicator.indicator_id as indicator,
    dated.first,
    dated.last,
    last.authorities,
    last.expected,
    dated.figures,
    dated.gaps,
    last.publication,
    last.edition,
from indicator
left join dated using (indicator_id)
left join last using (indicator_id)
order by indicator.position
