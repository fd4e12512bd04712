-- One row per area and measure of the aggregate workforce returns of 2015 and 2016.
-- In 2016 the joint return of Kingston and Richmond stands under Kingston; Richmond's row holds only '.'.
with

unpivoted as (
    unpivot staged
    on columns(* exclude (edition, source_file, source_row, country_name, region_name, la_name, old_la_code))
    into name measure value figure
),

dated as (
    select *, cast(edition || '-' || $reference as date) as period_end
    from unpivoted
)

select
    dated.edition,
    dated.source_file,
    dated.source_row,
    case
        when dated.old_la_code <> '' then 'authority'
        when dated.region_name <> '' then 'region'
        when dated.country_name <> '' then 'england'
    end as area_level,
    coalesce(
        joint_return.joint_code,
        nullif(dated.old_la_code, ''),
        nullif(dated.region_name, ''),
        dated.country_name
    ) as area_as_published,
    dated.period_end,
    dated.measure,
    dated.figure,
from dated
left join joint_return
    on joint_return.member_code = dated.old_la_code
    and dated.period_end between joint_return.first_period_end and coalesce(joint_return.last_period_end, date '2999-12-31')
where
    joint_return.joint_code is null
    or split_part(joint_return.joint_code, ' / ', 1) = dated.old_la_code
