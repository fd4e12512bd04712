-- One row per length at which an intervention ended, rising: the share still in force after it, by Kaplan and Meier,
-- with its 95% interval by the log-log method; then one row per length to which one is known that is not known to have
-- ended (`ended` 0), which is counted among those at risk as long as it is known. A beginning or an end of which only
-- the month or the year is known is taken at its middle. Without `unknown`, those whose end is not known are left out.
with

spells as (
    select
        intervention.*,
        coalesce(intervention.ended_on, greatest(last_step.step_on, intervention.began_on)) as known_to,
        intervention.state = 'ended' as over,
    from intervention
    left join last_step using (intervention_id)
    where
        list_contains($interventions, intervention.intervention_id)
        and ($unknown or intervention.state <> 'end_unknown')
),

lengths as (
    select
        over,
        -- 15.2 and 182.6 days: half a month and half a year
        greatest(
            floor(
                (known_to - began_on)
                + case when over then
                    case ended_precision when 'month' then 15.2 when 'year' then 182.6 else 0 end
                else 0 end
                - case began_precision when 'month' then 15.2 when 'year' then 182.6 else 0 end
            ),
            0
        ) / 365.25 as years,
    from spells
),

counted as (
    select
        years,
        count(*) filter (over) as ended,
        count(*) filter (not over) as censored,
        sum(count(*)) over (order by years desc) as at_risk,
    from lengths
    group by years
),

-- at a length at which the last of those at risk ended, nothing is left: the product is 0, and has no logarithm
products as (
    select
        *,
        exp(sum(if(ended < at_risk, ln(1 - ended / at_risk), 0)) over sofar) as product,
        bool_or(ended = at_risk and ended > 0) over sofar as none_left,
        sum(if(ended < at_risk, ended / (at_risk * (at_risk - ended)), 0)) over sofar as variance,
    from counted
    window sofar as (order by years rows unbounded preceding)
),

shares as (
    select *, if(none_left, 0, product) as share from products
)

select
    years,
    cast(ended as integer) as ended,
    cast(censored as integer) as censored,
    cast(at_risk as integer) as at_risk,
    share,
    case
        when share in (0, 1) then if(share = 1, 1, 0)
        else pow(share, exp(1.959963984540054 * sqrt(variance) / -ln(share)))
    end as low,
    case
        when share in (0, 1) then share
        else pow(share, exp(-1.959963984540054 * sqrt(variance) / -ln(share)))
    end as high,
from shares
order by years
