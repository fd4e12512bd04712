-- One row per derived figure that is not what its numerator and denominator give.
select
    observation_edition.indicator_id,
    observation_edition.area_code,
    observation_edition.period_end,
    observation_edition.edition,
    observation_edition.value,
    indicator.per * observation_edition.numerator
    / if(observation_edition.denominator is null, 1, nullif(observation_edition.denominator, 0)) as from_parts
from observation_edition
inner join indicator
    on observation_edition.indicator_id = indicator.indicator_id
where
    observation_edition.derived
    and observation_edition.status = 'published'
    and coalesce(abs(from_parts - observation_edition.value) > 1e-9 * greatest(abs(observation_edition.value), 1), true)
order by
    observation_edition.indicator_id,
    observation_edition.area_code,
    observation_edition.period_end,
    observation_edition.edition
