-- One row per claim that is kept and that touches the series shown: of a number of one of the areas, at a reference date in the
-- years asked for, where a figure of that area in these years is held; by date. A claim about an authority that by its date
-- made one return with another is of one of the two, and the figure there of both: it does not touch the series of both.
select
    claim.claim_id,
    claim.period_end,
from claim
where
    claim.area_code in $areas
    and claim.indicator_id in $indicators
    and claim.reading in ('figure', 'change', 'times')
    and year(claim.period_end) between $first and $last
    and exists (
        from observation
        where
            observation.area_code = claim.area_code
            and observation.indicator_id = claim.indicator_id
            and observation.value is not null
            and year(observation.period_end) between $first and $last
    )
    and not exists (
        from found_observation
        where
            found_observation.asked_code = claim.area_code
            and found_observation.area_code <> claim.area_code
            and found_observation.indicator_id = claim.indicator_id
            and found_observation.period_end = claim.period_end
    )
order by claim.period_end, claim.claim_id
