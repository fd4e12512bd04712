-- One row per date (each 31 March) and intervention that was in force then, or may have been.
-- `standing` is evidenced (it had begun for certain, and not ended by then, and a later step of it is known),
-- reported (counted as going on by the register, and nothing dated is known after) or unknown (its end is not known,
-- or only the year of its beginning or end is, and the date falls after the last step or within that year).
with

spells as (
    select
        intervention.*,
        authority.area_code,
        authority.name,
        authority.closed_on,
        coalesce(intervention.ended_on, greatest(steps.step_on, intervention.began_on)) as known_to,
        if(began_precision = 'year', began_on + interval 1 year, began_on) as surely_from,
        case
            when state <> 'ended' then coalesce(closed_on + 1, date '9999-12-31')
            when ended_precision = 'year' then ended_on + interval 1 year
            else ended_on
        end as perhaps_before,
    from intervention
    inner join authority using (dfe_code)
    left join region on region.area_code = authority.region_code
    left join last_step as steps using (intervention_id)
    where
        intervention.scope in ('social_care', 'mixed')
        and $region in ('all', authority.region_code, region.parent_code)
),

dates as (
    select make_date(year, 3, 31) as as_at
    from range(2009, 2100) as years (year)
    where make_date(year, 3, 31) <= (select max(event_on) from intervention_event where happened = 'happened')
)

select
    dates.as_at,
    spells.intervention_id,
    spells.area_code,
    spells.dfe_code,
    spells.name as authority_name,
    case
        when dates.as_at >= surely_from and (dates.as_at < known_to or (state <> 'ended' and dates.as_at = known_to))
            then 'evidenced'
        when state = 'in_force' and dates.as_at >= surely_from then 'reported'
        else 'unknown'
    end as standing,
    spells.state,
    spells.began_on,
    cast(spells.began_precision as varchar) as began_precision,
    spells.known_to,
    cast(spells.confidence as varchar) as confidence,
from dates
inner join spells
    on dates.as_at >= spells.began_on and dates.as_at < spells.perhaps_before
order by dates.as_at, spells.name, spells.began_on
