-- One row per group of authorities like one, and authority in it: those that there are now, itself left out.
-- Statistical neighbours are the publisher's, in its order, those that have ended since too. The kind of an authority is
-- told by its code. The grade is that in force on the newest day held. Of similar size, or deprivation, are the ten whose
-- number of children aged 0 to 17 is nearest in proportion, or whose score of income deprivation affecting children is
-- nearest; of very small authorities, and of those that the newest index does not have, there is no such group. An
-- authority that has ended has a grade and a size of another time: neither, nor its deprivation, is set beside today's.
with

places as (
    select
        authority.area_code,
        authority.plain_name,
        authority.region_code,
        authority.region_name,
        authority.tiny = 'yes' as tiny,
        authority.closed_on is not null as ended,
        case left(authority.area_code, 3)
            when 'E06' then 'unitary'
            when 'E08' then 'metropolitan'
            when 'E09' then 'London'
            when 'E10' then 'county'
        end as kind,
        coalesce(standing.grade, 'none held') as grade,
        children.value as children,
        deprivation.average_score as score,
    from authority
    cross join known_to
    left join standing
        on standing.area_code = authority.area_code
        and standing.published_on <= known_to.day
        and coalesce(standing.next_published_on > known_to.day, true)
    left join newest_figure as children
        on children.area_code = authority.area_code
        and children.indicator_id = 'population_0_17'
    left join deprivation
        on deprivation.dfe_code = authority.dfe_code
        and deprivation.index_year = (select max(index_year) from deprivation)
    where authority.closed_on is null or authority.area_code = $authority
),

asked as (
    from places
    where area_code = $authority
),

others as (
    select places.*
    from places
    inner join authority using (area_code)
    where area_code <> $authority and authority.closed_on is null
),

neighbours as (
    select
        'neighbours-' || neighbour.model as group_id,
        neighbour.model as shared,
        other.area_code,
        neighbour.rank as position,
    from neighbour
    inner join authority using (dfe_code)
    inner join authority as other on other.dfe_code = neighbour.neighbour_dfe_code
    where authority.area_code = $authority
),

nearest as (
    select
        'size' as group_id,
        '' as shared,
        others.area_code,
        row_number() over (order by abs(ln(others.children / asked.children)), others.area_code) as position,
        others.children as measure,
        asked.children as own_measure,
    from others
    cross join asked
    where not asked.ended and not asked.tiny and not others.tiny and others.children > 0 and asked.children > 0

    union all

    select
        'deprivation',
        '',
        others.area_code,
        row_number() over (order by abs(others.score - asked.score), others.area_code),
        others.score,
        asked.score,
    from others
    cross join asked
    where not asked.ended and not asked.tiny and not others.tiny and others.score is not null and asked.score is not null
),

alike as (
    select
        shared.group_id,
        shared.shared,
        others.area_code,
        row_number() over (partition by shared.group_id order by others.plain_name) as position,
    from others
    cross join asked
    cross join lateral (
        select 'region' as group_id, asked.region_name as shared
        where others.region_code = asked.region_code
        union all
        select 'kind', asked.kind
        where others.kind = asked.kind
        union all
        select 'grade', asked.grade
        where others.grade = asked.grade and not asked.ended
    ) as shared
),

grouped as (
    from neighbours
    union all by name
    from nearest
    where position <= 10
    union all by name
    from alike
)

select
    grouped.group_id,
    grouped.shared,
    grouped.position,
    grouped.area_code,
    authority.plain_name as authority_name,
    authority.tiny = 'yes' as tiny,
    authority.closed_on,
    grouped.measure,
    grouped.own_measure,
from grouped
inner join authority using (area_code)
order by
    list_position(
        ['neighbours-2025', 'neighbours-2021', 'region', 'kind', 'grade', 'size', 'deprivation'], grouped.group_id
    ),
    grouped.position
