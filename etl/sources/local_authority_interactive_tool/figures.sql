-- One row per area, year and measure read from the Local Authority Interactive Tool: only what no other file has.
with

wanted as (
    from (values
        ('RefBySource_Police_%', 'from_police_percent', 2016),
        ('RefBySource_Schl_%', 'from_schools_percent', 2016),
        ('RefBySource_HealthServ_%', 'from_health_services_percent', 2016),
        ('Continue_Assess_Comp', 'assessments_within_45_days_percent', 2016),
        ('CP_conf_15days', 'icpc_within_15_days_percent', 2016),
        ('CareApplications', 'care_applications_rate', 2016),
        ('SafeguardingFinance', 'safeguarding_spend', 2017),
        ('TotalLACFinance', 'looked_after_spend', 2017),
        ('FamilySupportFinance', 'family_support_spend', 2017)
    ) as wanted (measure_id, measure, first_year)
),

dated as (
    -- a period is the year in which it ends: '2025', or '2024-25 (OT)' for outturn
    select
        staged.*,
        case
            when regexp_full_match(period, '[0-9]{4}') then period
            when regexp_full_match(period, '[0-9]{4}-[0-9]{2} \(OT\)') then '20' || substring(period, 6, 2)
            else period
        end as year,
    from staged
    where measure_id in (select measure_id from wanted)
)

select
    dated.edition,
    dated.source_file,
    dated.source_row,
    case
        when dated.area_name = 'England' then 'england'
        when cast(dated.old_la_code as integer) >= 970 then 'region'
        else 'authority'
    end as area_level,
    case
        when dated.area_name = 'England' then 'England'
        when cast(dated.old_la_code as integer) >= 970 then dated.area_name
        else dated.old_la_code
    end as area_as_published,
    cast(dated.year || '-' || $reference as date) as period_end,
    wanted.measure,
    dated.figure,
from dated
inner join wanted using (measure_id)
where cast(dated.year as integer) >= wanted.first_year
