-- One row per change of the data, the newest first: an edition that came in, an inspection or a visit of Ofsted's that
-- was reported on, and what became of the register of interventions of one authority on one day.
-- `happened` is as exact as it is known, `happened_on` the first day that it may have been. Without $area those of all
-- England; else those of that authority, and every edition, for each has figures of all. An id stays for ever.
with

slugs as (
    -- how rows of the register begin: those that were removed name their authority no more
    select *, lower(regexp_replace(replace(plain_name, '''', ''), '[^A-Za-z]+', '-', 'g')) || '-' as slug
    from authority
),

register_rows as (
    select
        register_change.changed_on,
        register_change.change,
        register_change.why,
        max_by(slugs.dfe_code, length(slugs.slug)) as dfe_code,
    from register_change
    left join slugs on starts_with(register_change.row_id, slugs.slug)
    group by
        register_change.changed_on,
        register_change.change,
        register_change.why,
        register_change.file,
        register_change.row_id
),

editions as (
    select
        concat_ws('/', 'edition', publication, edition) as change_id,
        'edition' as kind,
        max(published) as happened,
        publication as about,
        edition,
        publisher as detail,
        list(source_id order by source_id) as sources,
    from source_file
    group by publication, publisher, edition
),

reports as (
    select
        concat_ws('/', 'report', dfe_code, published_on) as change_id,
        'report' as kind,
        cast(published_on as varchar) as happened,
        dfe_code,
        framework as about,
        inspected_on as began_on,
        grade,
        judgements as detail,
    from standing
),

visits as (
    select
        concat_ws('/', 'visit', dfe_code, kind, first_day) as change_id,
        'visit' as kind,
        cast(published_on as varchar) as happened,
        dfe_code,
        kind as about,
        first_day as began_on,
        coalesce(subject, '') as detail,
    from visit
    where published_on is not null
),

register as (
    select
        concat_ws('/', 'register', dfe_code, changed_on) as change_id,
        'register' as kind,
        cast(changed_on as varchar) as happened,
        dfe_code,
        count(*) filter (change = 'added') as added,
        count(*) filter (change = 'corrected') as corrected,
        count(*) filter (change = 'removed') as removed,
        string_agg(distinct why, ' ' order by why) as detail,
    from register_rows
    group by dfe_code, changed_on
),

everything as (
    from editions
    union all by name
    from reports
    union all by name
    from visits
    union all by name
    from register
)

select
    everything.change_id,
    everything.kind,
    everything.happened,
    cast(rpad(everything.happened, 10, '-01-01') as date) as happened_on,
    coalesce(authority.area_code, '') as area_code,
    coalesce(authority.plain_name, '') as authority_name,
    coalesce(everything.about, '') as about,
    coalesce(everything.edition, '') as edition,
    coalesce(everything.sources, []) as sources,
    everything.began_on,
    coalesce(everything.grade, '') as grade,
    coalesce(everything.added, 0) as added,
    coalesce(everything.corrected, 0) as corrected,
    coalesce(everything.removed, 0) as removed,
    everything.detail,
from everything
left join authority using (dfe_code)
where $area = '' or authority.area_code = $area or everything.kind = 'edition'
order by happened_on desc, everything.kind, authority.plain_name, everything.about, everything.change_id desc
