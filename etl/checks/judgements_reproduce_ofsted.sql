-- One row per judgement of an Ofsted table "as at 31 March" that our judgements do not give again.
-- Ofsted's rule: the latest inspection on or before 31 March, if its report was published by 30 June
-- (until 2023 by 30 April), the dates on the cover sheets of the releases.
with

cut_off as (
    select distinct
        judgement_as_at.as_at,
        make_date(
            year(judgement_as_at.as_at),
            if(year(judgement_as_at.as_at) <= 2023, 4, 6),
            30
        ) as published_by
    from judgement_as_at
),

-- South Tyneside's report of 10 May 2023 was let in after the cut-off: note 4 of the release of 2023.
countable as (
    select
        cut_off.as_at,
        judgement.dfe_code,
        judgement.inspected_on,
        judgement.judgement_area,
        judgement.grade
    from judgement
    inner join authority
        on judgement.dfe_code = authority.dfe_code
    inner join cut_off
        on
            judgement.inspected_on <= cut_off.as_at
            and cut_off.as_at <= coalesce(authority.closed_on, cut_off.as_at)
            and (
                judgement.published_on <= cut_off.published_by
                or (judgement.dfe_code = '393' and judgement.published_on = date '2023-05-10')
            )
    where judgement.framework = 'ILACS'
),

ours as (
    select *
    from countable
    qualify inspected_on = max(inspected_on) over (partition by as_at, dfe_code)
),

-- Staffordshire's care leavers were "good" in the release of 2024 by mistake: notes of the release of 2025.
theirs as (
    select
        as_at,
        dfe_code,
        inspected_on,
        judgement_area,
        if(
            as_at = date '2024-03-31' and dfe_code = '860' and judgement_area = 'care leavers',
            'requires improvement',
            grade
        ) as grade
    from judgement_as_at
)

-- The release of 2024 has Isles of Scilly inspected a day before the later history says.
select
    coalesce(theirs.as_at, ours.as_at) as as_at,
    coalesce(theirs.dfe_code, ours.dfe_code) as dfe_code,
    coalesce(theirs.judgement_area, ours.judgement_area) as judgement_area,
    theirs.inspected_on as ofsted_inspected_on,
    ours.inspected_on as our_inspected_on,
    theirs.grade as ofsted_grade,
    ours.grade as our_grade
from theirs
full join ours
    on
        theirs.as_at = ours.as_at
        and theirs.dfe_code = ours.dfe_code
        and theirs.judgement_area = ours.judgement_area
where
    theirs.grade is distinct from ours.grade
    or abs(theirs.inspected_on - ours.inspected_on) > 1
order by as_at, dfe_code, judgement_area
