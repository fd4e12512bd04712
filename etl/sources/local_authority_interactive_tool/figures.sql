-- One row per area, year and measure read from the Local Authority Interactive Tool: only what no other file has.
with

wanted as (
    from (values
        ('RefBySource_Police_%', 'from_police_percent', 9999),
        ('RefBySource_Schl_%', 'from_schools_percent', 9999),
        ('RefBySource_HealthServ_%', 'from_health_services_percent', 9999),
        ('Continue_Assess_Comp', 'assessments_within_45_days_percent', 9999),
        ('CP_conf_15days', 'icpc_within_15_days_percent', 9999),
        ('CareApplications', 'care_applications_rate', 9999),
        -- from 2018 the Department's own file is read
        ('LACStable_2016on', 'three_placements_children_percent', 2017),
        ('SafeguardingFinance', 'safeguarding_spend', 9999),
        ('TotalLACFinance', 'looked_after_spend', 9999),
        ('FamilySupportFinance', 'family_support_spend', 9999)
    ) as wanted (measure_id, measure, last_year)
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
    coalesce(wanted.measure, dated.measure_id) as measure,
    dated.figure,
from dated
left join wanted using (measure_id)
where cast(dated.year as integer) <= coalesce(wanted.last_year, 9999)
