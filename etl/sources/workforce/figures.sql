-- One row per area, reference date and measure of the worker-level workforce collection.
-- Where two authorities make one return, the edition of 2022 puts it under the first of them and marks the
-- second `z`; later editions give the pair a row of its own. Both become the joint return.
with

unpivoted as (
    unpivot (select * exclude (la_name) from staged)
    on columns(* exclude (
        edition, source_file, source_row, time_period, geographic_level, region_name, old_la_code
    ))
    into name measure value figure
),

dated as (
    select *, cast(time_period || '-' || $reference as date) as period_end
    from unpivoted
)

select
    dated.edition,
    dated.source_file,
    dated.source_row,
    level_of(dated.geographic_level) as area_level,
    published_under(
        dated.geographic_level, dated.region_name, coalesce(joint_return.joint_code, dated.old_la_code)
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
