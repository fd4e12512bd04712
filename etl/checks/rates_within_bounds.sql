-- One row per figure below nought, or percentage above 100 that the publisher has not been found to publish.
with

-- Agency workers covering vacancies outnumbered all agency workers in the file of 2023; those since give none.
published_above as (
    select
        'agency_cover_rate' as indicator_id,
        '2023' as edition,
        listed.area_code,
        listed.period_end
    from (
        values
        ('E06000020', date '2023-09-30'), -- Telford and Wrekin 120.0
        ('E08000025', date '2023-09-30'), -- Birmingham 101.9
        ('E09000018', date '2023-09-30'), -- Hounslow 102.7
        ('E10000029', date '2020-09-30'), -- Suffolk 111.8
        ('E10000030', date '2021-09-30') -- Surrey 104.4
    ) as listed (area_code, period_end)
)

select
    observation_edition.indicator_id,
    observation_edition.area_code,
    observation_edition.period_end,
    observation_edition.edition,
    observation_edition.value
from observation_edition
inner join indicator
    on observation_edition.indicator_id = indicator.indicator_id
left join published_above
    on
        observation_edition.indicator_id = published_above.indicator_id
        and observation_edition.area_code = published_above.area_code
        and observation_edition.period_end = published_above.period_end
        and observation_edition.edition = published_above.edition
where
    observation_edition.value < 0
    or (indicator.unit = '%' and observation_edition.value > 100 and published_above.area_code is null)
order by
    observation_edition.indicator_id,
    observation_edition.area_code,
    observation_edition.period_end,
    observation_edition.edition
