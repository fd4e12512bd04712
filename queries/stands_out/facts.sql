-- One row per fact that stands out of a place, or of each authority within it: at most six a place, in a written order.
-- The facts are those of etl/schema/noticed.sql. First what to distrust, then what was judged or decided, then the largest
-- change of its own, records since a date, the lowest or highest of all, beyond the limits, a turn, against England's,
-- beyond its neighbours; of a kind the newest first, then the farthest from chance or from what is usual. Of a kind two at
-- most, and of an indicator two, unless it alone is asked about. A member of a joint return is answered with its facts too.
with

places as (
    select $place as place_code
    where not $within

    union

    select joint_return.area_code
    from joint_return
    inner join authority on authority.dfe_code = joint_return.member_code
    where not $within and authority.area_code = $place

    union

    select area.area_code
    from area
    left join region on region.area_code = area.region_code
    where
        $within
        and area.area_level in ('authority', 'joint return')
        and $place in (area.region_code, region.parent_code, (select area_code from region where level = 'england'))
),

weighed as (
    select
        noticed.*,
        list_position(
            [
                'check', 'judgement', 'intervention', 'largest_change', 'since', 'lowest', 'highest', 'outside', 'turn',
                'against_england', 'neighbours'
            ],
            noticed.kind
        ) as weight,
        coalesce(abs(noticed.z), abs(ln(nullif(noticed.value, 0) / nullif(noticed.compared, 0))), 0) as distance,
        row_number() over (
            partition by noticed.place_code, noticed.kind
            order by noticed.period_end desc, distance desc, noticed.indicator_id
        ) as of_kind,
    from noticed
    inner join places using (place_code)
    where $indicator in ('', noticed.indicator_id)
),

first_two as (
    select
        *,
        row_number() over (
            partition by place_code, coalesce(indicator_id, kind) order by weight, of_kind
        ) as of_indicator,
    from weighed
    where of_kind <= 2
),

ordered as (
    select *, row_number() over (partition by place_code order by weight, of_kind) as position
    from first_two
    where of_indicator <= 2 or $indicator <> ''
)

select
    ordered.place_code,
    area.name as place_name,
    area.area_level as place_level,
    area.region_code,
    ordered.position,
    ordered.kind,
    ordered.indicator_id,
    indicator.topic,
    ordered.direction,
    ordered.period_end,
    ordered.from_period_end,
    ordered.value,
    ordered.status,
    ordered.from_value,
    ordered.compared,
    ordered.before,
    ordered.after,
    ordered.england_value,
    ordered.england_from,
    ordered.counted,
    ordered.shared_by,
    ordered.test,
    ordered.z,
    ordered.p,
    ordered.q,
    ordered.tested_of,
    ordered.grade,
    ordered.grade_before,
    ordered.intervention,
    ordered.caveat,
    coalesce(figure.note, '') as note,
    coalesce(figure.general_note, '') as general_note,
    coalesce(figure.source_file, '') as source_file,
    figure.source_row,
from ordered
inner join area on area.area_code = ordered.place_code
left join indicator using (indicator_id)
left join found_observation as figure
    on figure.indicator_id = ordered.indicator_id
    and figure.asked_code = ordered.place_code
    and figure.period_end = ordered.period_end
    and figure.area_code = ordered.place_code
where ordered.position <= 6
order by place_name, ordered.position
