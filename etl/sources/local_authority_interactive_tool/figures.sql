-- One row per area, year and measure read from the Local Authority Interactive Tool: only what no other file has.
-- Of the workforce the tool gives a joint return to each of its members: it is one area, read once.
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
        ('FamilySupportFinance', 'family_support_spend', 9999),
        ('RevCP', 'reviews_in_time_percent', 9999),
        ('CPP_Reviewed_InReqTimeScl', 'reviews_in_time', 9999),
        ('CPP_31March_3MnthorMore', 'reviews_due', 9999),
        ('CINCease3months', 'ended_within_3_months_percent', 9999),
        ('HospAd0-14', 'injury_admissions_rate', 9999),
        -- for 2024 there is no figure of England: see below
        ('FirstYJS', 'first_time_entrants_rate', 2023),
        ('LAC_Foster_Placements', 'fostered_percent', 9999),
        ('LAC_SecHome_And_ChildHome', 'childrens_homes_percent', 9999),
        ('Social_Work_Caseholders_%', 'case_holders_percent', 9999),
        ('Social_Work_SeniorPractitioner_%', 'senior_practitioners_percent', 9999)
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
        measure_id like 'Social_Work_%' as of_workforce,
        -- first-time entrants are counted in calendar years
        cast(
            year || '-' || if(of_workforce, '09-30', if(measure_id = 'FirstYJS', '12-31', $reference)) as date
        ) as period_end,
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
        else coalesce(joint_return.joint_code, dated.old_la_code)
    end as area_as_published,
    dated.period_end,
    coalesce(wanted.measure, dated.measure_id) as measure,
    dated.figure,
from dated
left join wanted using (measure_id)
left join joint_return
    on dated.of_workforce
    and joint_return.member_code = dated.old_la_code
    and dated.period_end between joint_return.first_period_end and coalesce(joint_return.last_period_end, date '2999-12-31')
where
    cast(dated.year as integer) <= coalesce(wanted.last_year, 9999)
    and (joint_return.joint_code is null or split_part(joint_return.joint_code, ' / ', 1) = dated.old_la_code)
    -- in the edition of 2026 England's figure of first-time entrants is the sum of the rates of the nine regions
    and not (dated.edition = '2026' and dated.measure_id = 'FirstYJS' and dated.area_name = 'England')
    -- and Hampshire's share of short episodes of 2023-24 is 0, of figures that the Department marks u, not reliable enough
    and not (
        dated.edition = '2026' and dated.measure_id = 'CINCease3months' and dated.old_la_code = '850' and dated.year = '2024'
    )
