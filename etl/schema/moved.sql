-- One row per authority whose children's services moved to a trust or a company, with or without a direction.
-- The rule: a step of kind `trust_launched` that happened, under intervention or beside it; or a change of who runs
-- services (`delivery_change`) among the events of an authority, for those that set up a company of their own accord; or
-- an authority that took the place of one whose services had moved, and had not returned. Partnerships with another
-- council are neither. `direction` tells whether one was in force on the day: in force, none known, or not asked of
-- those that took the place of another, which began with their services in a trust.
create view services_moved as
with

launched as (
    select dfe_code, event_on as moved_on, date_precision, title, source_title, source_url, confidence
    from intervention_event
    where kind = 'trust_launched' and happened = 'happened'

    union all

    select dfe_code, event_on, date_precision, title, source_title, source_url, confidence
    from event
    where kind = 'delivery_change' and scope = 'authority' and nation = 'England'
),

first_launched as (
    select distinct on (dfe_code) * from launched order by dfe_code, moved_on
),

returned as (
    select
        first_launched.dfe_code,
        min(intervention_event.event_on) filter (
            intervention_event.kind = 'services_returned_to_council' and intervention_event.happened = 'happened'
        ) as returned_on,
        min(intervention_event.event_on) filter (intervention_event.happened = 'planned') as return_planned_for,
    from first_launched
    left join intervention_event
        on intervention_event.dfe_code = first_launched.dfe_code
        and intervention_event.event_on > first_launched.moved_on
        and intervention_event.kind in ('services_returned_to_council', 'delivery_change')
    group by first_launched.dfe_code
),

directed as (
    select distinct first_launched.dfe_code
    from first_launched
    inner join intervention using (dfe_code)
    inner join intervention_phase using (intervention_id)
    where
        intervention_phase.phase in ('direction', 'direction_with_commissioner', 'trust_under_direction')
        and intervention_phase.began_on <= first_launched.moved_on
        and coalesce(intervention_phase.ended_on, date '9999-12-31') >= first_launched.moved_on
),

moved as (
    select
        first_launched.*,
        if(directed.dfe_code is null, 'none known', 'in force') as direction,
        returned.returned_on,
        returned.return_planned_for,
    from first_launched
    inner join returned using (dfe_code)
    left join directed using (dfe_code)
),

taken_over as (
    select
        authority_change.successor_code as dfe_code,
        authority_change.changed_on as moved_on,
        'day' as date_precision,
        'Began with services in the trust of ' || before.name as title,
        moved.source_title,
        moved.source_url,
        moved.confidence,
        'not asked' as direction,
        cast(null as date) as returned_on,
        cast(null as date) as return_planned_for,
    from moved
    inner join authority as before using (dfe_code)
    inner join authority_change on authority_change.predecessor_code = before.dfe_code
    where moved.moved_on < authority_change.changed_on and moved.returned_on is null
)

select * from moved
union all by name
select * from taken_over;
