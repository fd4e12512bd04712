-- One row per claim asked about, and one of a visitor's own where there is one: what the official figures say of it. THE RULE:
--   official     the newest edition's figure at the date that the claim speaks of; where it names none, the last
--                reference date before it was made, or in its month or year where the day is not known
--   compared     what is held to the claim: the figure, its change in percent from the base, its multiple, or a count
--   matches      within rounding. A percentage is rounded as it was written, any other number to its last digit that is not
--                0, but by no more than a fortieth: "30,000" is 29,250 to 30,750; 0 is what rounds to it. A fraction in words, as half, allows 2.5
--                points either way, "about" 1 point or a twentieth. "Almost" takes in 2 points or a twentieth below.
--                "More than", "at least", "fewer than" and "up to" hold or do not. A direction is a change of more than
--                1%, of percentages 0.5 points. A judgement and a step of the register are as claimed or not
--   near         not so, but by no more than 2 points of a percentage and a quarter of it, 5 points of a change in
--                percent, or a tenth of any other figure; of a direction, little changed; by more, or where the figure is 0, it differs
--   graded       a grade is as claimed where it was in force on the day; one that Ofsted has not cannot be checked
--   unchecked    said: the claim itself is of what is not measured; joint return: the figure of the date is of two
--                authorities; the status of the figure, where it is withheld; before the first figure, after the last
--                figure, no figure: none is held of the date; break in the series: the two figures of a change do not
--                compare; nothing to count from: the first of the two is 0
with

asked as (
    select claim_id, area_code, indicator_id, reading, word, amount, period_end, base_period_end, step_id, why_not
    from claim where list_contains($claims, claim_id)
    union all
    select '', $area, $indicator, $reading, $word, $amount, cast($period as date), cast($since as date), null, null
    where $area <> ''
),

written as (
    select
        asked.*,
        indicator.unit,
        try_cast(asked.amount as double) as claimed, -- a grade that is claimed is no number
        indicator.unit = '%' or asked.reading = 'change' as percentage,
        coalesce(len(regexp_extract(asked.amount, '\.(\d+)$', 1)), 0) as decimals,
        coalesce(len(regexp_extract(asked.amount, '(0*)$', 1)), 0) as noughts,
    from asked left join indicator using (indicator_id)
),

-- every figure of each series that is claimed of, for joined within they are all that is read
figures as (
    select asked.claim_id, observation.value, observation.status, first_edition.*
    from observation
    inner join first_edition using (area_code, indicator_id, period_end)
    inner join asked using (area_code, indicator_id)
),

returned_together as ( -- on which dates what is claimed of made one return with another
    select found_observation.asked_code as area_code, found_observation.indicator_id, found_observation.period_end
    from found_observation
    inner join (select distinct area_code as asked_code, indicator_id from asked) using (asked_code, indicator_id)
    where found_observation.area_code <> found_observation.asked_code
),

reach as (
    select claim_id, min(period_end) as first_on, max(period_end) as last_on
    from figures where value is not null group by claim_id
),

judged as (
    select
        written.claim_id,
        count(distinct judgement.published_on) as judged,
        count(distinct judgement.published_on) filter (judgement.grade = 'inadequate') as inadequate,
    from written
    inner join judgement
        on judgement.area_code = written.area_code
        and judgement.published_on between written.base_period_end and written.period_end
        and judgement.judgement_area in ('overall effectiveness', 'safeguarding', 'child protection')
    where written.reading in ('judged_all', 'judged_count')
    group by written.claim_id
),

followed as (
    select
        written.claim_id,
        count(services_moved.dfe_code) as moved,
        count(services_moved.dfe_code) filter (services_moved.direction = 'not asked') as began_with,
    from written
    left join services_moved on services_moved.moved_on > written.period_end
    where written.reading = 'followed'
    group by written.claim_id
),

held as (
    select
        written.*, now.value as official, now.status, base.value as base_value, base.status as base_status,
        reach.first_on, reach.last_on, now.first_value, now.first_status, now.first_published, now.last_published,
        judged.judged, judged.inadequate, followed.began_with, steps.title as step_title, steps.event_on as step_on,
        steps.date_precision as step_precision, steps.happened as step_happened,
        cast(standing.grade as varchar) as grade, standing.published_on as graded_on,
        exists (
            from series_break
            where series_break.indicator_id = written.indicator_id
                and series_break.to_period_end > written.base_period_end
                and series_break.to_period_end <= written.period_end
        ) as broken,
        exists (
            from returned_together
            where (returned_together.area_code, returned_together.indicator_id) = (written.area_code, written.indicator_id)
                and returned_together.period_end in (written.period_end, written.base_period_end)
        ) as joint,
        case
            when written.reading = 'figure' then now.value
            when written.reading = 'times' then now.value / nullif(base.value, 0)
            when written.reading in ('rising', 'falling') and written.unit = '%' then now.value - base.value
            when written.reading in ('change', 'rising', 'falling')
                then (now.value - base.value) / nullif(base.value, 0) * 100
            when written.reading in ('judged_all', 'judged_count') then judged.inadequate
            when written.reading = 'followed' then followed.moved
        end as compared,
    from written
    left join figures as now on now.claim_id = written.claim_id and now.period_end = written.period_end
    left join figures as base on base.claim_id = written.claim_id and base.period_end = written.base_period_end
    left join reach on reach.claim_id = written.claim_id
    left join judged on judged.claim_id = written.claim_id
    left join known_step as steps on steps.event_id = written.step_id
    left join standing
        on written.reading = 'graded'
        and standing.area_code = written.area_code
        and standing.published_on <= written.period_end
        and coalesce(standing.next_published_on, date '9999-12-31') > written.period_end
    left join followed on followed.claim_id = written.claim_id
),

reasoned as (
    select
        *,
        case
            when reading = 'none' then 'said'
            when reading = 'graded' and amount not in (select distinct grade from judgement) then 'no such grade'
            when reading = 'graded' and grade is null then 'no grade'
            when reading in ('judged_all', 'judged_count', 'graded', 'step', 'followed') then ''
            when joint then 'joint return'
            when status <> 'published' then status
            when base_period_end is not null and base_status <> 'published' then base_status
            when first_on is null then 'no figure'
            when least(period_end, coalesce(base_period_end, period_end)) < first_on then 'before the first figure'
            when period_end > last_on then 'after the last figure'
            when status is null or (base_period_end is not null and base_status is null) then 'no figure'
            when base_period_end is not null and broken then 'break in the series'
            when compared is null then 'nothing to count from'
            else ''
        end as because,
        -- how far rounding, as the claim is written, may lead
        case
            when word = 'fraction' then 2.5
            when percentage then if(word = 'about', 1, 0.5 * pow(10, -decimals))
            when claimed = 0 then 0.5 * pow(10, -decimals)
            when word = 'about' then abs(claimed) / 20
            else least(0.5 * pow(10, if(decimals > 0, -decimals, noughts)), abs(claimed) / 40) end + 1e-9 as rounding,
        case reading when 'change' then 5 else if(percentage, least(2, abs(compared) / 4), abs(compared) / 10) end + 1e-9
            as nearness,
        abs(claimed) as size,
        if(claimed < 0, -compared, compared) as moved,
        if(unit = '%', 0.5, 1) as still,
        -- the last day that a step may be of, as exactly as its date is known
        case step_precision
            when 'year' then cast(step_on + interval 1 year - interval 1 day as date)
            when 'month' then last_day(step_on)
            else step_on
        end as step_until,
    from held
),

judged_by_rule as (
    select
        *,
        case
            when because <> '' then false
            when reading = 'judged_all' then judged > 0 and inadequate = judged
            when reading = 'graded' then grade = amount
            when reading = 'followed' then compared > 0
            when reading = 'step'
                then step_happened in ('happened', 'conditional') and step_on <= period_end and step_until >= base_period_end
            when reading = 'rising' then compared > still
            when reading = 'falling' then compared < -still
            when word = 'almost' then moved between size - if(percentage, 2, size / 20) - 1e-9 and size + rounding
            when word = 'more_than' then moved > size
            when word = 'at_least' then moved > size - rounding
            when word = 'fewer_than' then moved >= 0 and moved < size
            when word = 'up_to' then moved >= 0 and moved < size + rounding
            else abs(compared - claimed) <= rounding
        end as matched,
        case
            when because <> '' or reading in ('judged_all', 'graded', 'followed', 'step') then false
            when reading in ('rising', 'falling') then abs(compared) <= still
            else compared <> 0 and abs(compared - claimed) <= nearness
        end as is_near,
    from reasoned
)

select
    claim_id, area_code, coalesce(indicator_id, '') as indicator_id, reading, coalesce(word, '') as word, claimed,
    period_end, base_period_end,
    case when because <> '' then 'unchecked' when matched then 'matches' when is_near then 'near' else 'differs' end
    as finding, because, coalesce(why_not, '') as why_not, official, coalesce(status, '') as status, base_value,
    compared, first_on, last_on, first_value, coalesce(first_status, '') as first_status,
    coalesce(first_published, '') as first_published, coalesce(last_published, '') as last_published, judged,
    began_with, coalesce(grade, '') as grade, graded_on, coalesce(step_title, '') as step_title, step_on,
    coalesce(step_precision, '') as step_precision, coalesce(step_happened, '') as step_happened,
from judged_by_rule order by claim_id
