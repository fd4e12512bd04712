-- One row per indicator and reference date for which authorities have a figure and England has no row.
-- There is no exception today; one belongs into a list here, with its reason.
with

dated as (
    select
        indicator_id,
        period_end,
        count(*) filter (area_level in ('authority', 'joint return') and status = 'published') as authorities,
        count(*) filter (area_level = 'england') as england
    from observation
    group by indicator_id, period_end
)

select *
from dated
where authorities > 0 and england = 0
order by indicator_id, period_end
