-- One row per authority, group of authorities like it, and authority in the group: those that there are now, itself left
-- out. Statistical neighbours are the publisher's, in its order, those that have ended since too. The kind of an
-- authority is told by its code. The grade is that in force on the newest day held. Of similar size, or deprivation, are
-- the ten whose number of children aged 0 to 17 is nearest in proportion, or whose score of income deprivation affecting
-- children is nearest; of very small authorities, and of those that the newest index does not have, there is no such
-- group. An authority that has ended has a grade and a size of another time: neither, nor its deprivation, is set beside
-- today's.
create table alike as
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
),

pairs as (
    select asked, others
    from places as asked
    inner join places as others on others.area_code <> asked.area_code and not others.ended
),

nearest as (
    select
        asked.area_code as of_code,
        'size' as group_id,
        '' as shared,
        others.area_code as area_code,
        row_number() over (
            partition by asked.area_code order by abs(ln(others.children / asked.children)), others.area_code
        ) as position,
        others.children as measure,
        asked.children as own_measure,
    from pairs
    where not asked.ended and not asked.tiny and not others.tiny and others.children > 0 and asked.children > 0

    union all

    select
        asked.area_code,
        'deprivation',
        '',
        others.area_code,
        row_number() over (partition by asked.area_code order by abs(others.score - asked.score), others.area_code),
        others.score,
        asked.score,
    from pairs
    where not asked.ended and not asked.tiny and not others.tiny and others.score is not null and asked.score is not null
),

shared as (
    select
        asked.area_code as of_code,
        same.group_id,
        same.shared,
        others.area_code as area_code,
        row_number() over (partition by asked.area_code, same.group_id order by others.plain_name) as position,
    from pairs
    cross join lateral (
        select 'region' as group_id, asked.region_name as shared
        where others.region_code = asked.region_code
        union all
        select 'kind', asked.kind
        where others.kind = asked.kind
        union all
        select 'grade', asked.grade
        where others.grade = asked.grade and not asked.ended
    ) as same
),

neighbours as (
    select
        authority.area_code as of_code,
        'neighbours-' || neighbour.model as group_id,
        neighbour.model as shared,
        other.area_code,
        neighbour.rank as position,
    from neighbour
    inner join authority using (dfe_code)
    inner join authority as other on other.dfe_code = neighbour.neighbour_dfe_code
)

from neighbours
union all by name
from nearest
where position <= 10
union all by name
from shared;
