-- One row per group of authorities like one (etl/schema/alike.sql), and authority in it.
select
    alike.group_id,
    alike.shared,
    alike.position,
    alike.area_code,
    authority.plain_name as authority_name,
    authority.tiny = 'yes' as tiny,
    authority.closed_on,
    alike.measure,
    alike.own_measure,
from alike
inner join authority using (area_code)
where alike.of_code = $authority
order by
    list_position(
        ['neighbours', 'region', 'kind', 'grade', 'size', 'deprivation'], split_part(alike.group_id, '-', 1)
    ),
    alike.group_id desc, -- the newest model of neighbours first
    alike.position
