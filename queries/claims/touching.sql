-- One row per claim that is kept and that touches the series shown: of a number of one of the areas, at a reference date in the
-- years asked for, where a figure of that area in these years is held; by date. A claim about an authority that by its date
-- made one return with another is of one of the two, and the figure there of both: it does not touch the series of both.
with

-- read for these series alone: of the figures of all it would go through every one
figures as (
    select area_code, asked_code, indicator_id, period_end, value
    from found_observation
    where asked_code in $areas and indicator_id in $indicators
)

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
        from figures
        where
            figures.area_code = claim.area_code
            and figures.asked_code = claim.area_code
            and figures.indicator_id = claim.indicator_id
            and figures.value is not null
            and year(figures.period_end) between $first and $last
    )
    and not exists (
        from figures
        where
            figures.asked_code = claim.area_code
            and figures.area_code <> claim.area_code
            and figures.indicator_id = claim.indicator_id
            and figures.period_end = claim.period_end
    )
order by claim.period_end, claim.claim_id
