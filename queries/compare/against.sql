-- One row per area and year: the figure of one indicator and that of another, paired by the year of their reference
-- dates. The chosen authorities and England over all years, every other authority in the last year that has pairs.
-- A member of a joint return is answered with the joint return for the dates on which it made no return alone.
-- `correlation` is Pearson's, over the `correlated` areas that report both figures in that last year, the chosen ones
-- too, each counting the same; very small authorities do not enter.
with

chosen as (
    select unnest($authorities) as asked_code, generate_subscripts($authorities, 1) as position
),

figures as (
    select
        found_observation.*,
        coalesce(chosen.position, 0) as position,
        year(period_end) as year,
        case
            when chosen.position is not null then 'chosen'
            when area_level = 'england' then 'england'
            when area_level <> 'region' and found_observation.asked_code = area_code then 'context'
        end as role,
    from found_observation
    left join chosen using (asked_code)
    where indicator_id in ($indicator, $other) and period_end between make_date($first, 1, 1) and make_date($last, 12, 31)
),

noted as (
    from figures
    where role in ('chosen', 'england') or (
        role = 'context' and area_code not in (select area_code from figures where role = 'chosen')
    )
),

paired as (
    select
        upright.*,
        across.period_end as other_period_end,
        across.value as other_value,
        across.status as other_status,
        across.area_name as other_area_name,
        across.unusual as other_unusual,
        across.note as other_note,
        across.segment as other_segment,
        across.source_file as other_source_file,
        across.source_row as other_source_row,
    from noted as upright
    inner join noted as across using (role, asked_code, year)
    where upright.indicator_id = $indicator and across.indicator_id = $other
),

last_year as (
    select max(year) as year from paired where value is not null and other_value is not null
),

related as (
    -- none of fewer than ten pairs, nor where they lie on a line or one of the figures is the same everywhere
    select
        count(*) as correlated,
        case
            when correlated >= 10 and abs(corr(upright.value, across.value)) < 1 - 1e-9
                then corr(upright.value, across.value)
        end as correlation,
    from figures as upright
    inner join figures as across using (asked_code, year)
    inner join last_year using (year)
    where
        upright.indicator_id = $indicator
        and across.indicator_id = $other
        and upright.asked_code = upright.area_code
        and across.asked_code = across.area_code
        and upright.area_level in ('authority', 'joint return')
        and not upright.tiny
        and upright.value is not null
        and across.value is not null
)

select
    paired.role,
    paired.position,
    paired.asked_code,
    paired.asked_name,
    paired.area_code,
    paired.area_name,
    paired.area_level,
    paired.other_area_name,
    paired.year,
    paired.period_end,
    paired.other_period_end,
    paired.value,
    paired.status,
    paired.other_value,
    paired.other_status,
    if(paired.other_value is not null, paired.value, null) as shown,
    if(paired.value is null, paired.status, paired.other_status) as shown_status,
    paired.note,
    paired.other_note,
    paired.tiny,
    paired.unusual or paired.other_unusual as unusual,
    paired.segment + paired.other_segment as segment,
    paired.source_file,
    paired.source_row,
    paired.other_source_file,
    paired.other_source_row,
    related.correlation,
    -- Fisher's interval
    tanh(atanh(related.correlation) - 1.96 / sqrt(related.correlated - 3)) as correlation_low,
    tanh(atanh(related.correlation) + 1.96 / sqrt(related.correlated - 3)) as correlation_high,
    related.correlated,
from paired
cross join related
left join last_year on last_year.year = paired.year
where paired.role <> 'context' or last_year.year is not null
order by paired.role, paired.position, paired.asked_name, paired.year
