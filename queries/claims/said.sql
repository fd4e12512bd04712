-- One row per claim that is kept, those of the articles first, then by place and date: whose it is, and where it was said.
select
    claim_id,
    said_on,
    coalesce(date_precision, '') as date_precision,
    claimant,
    outlet,
    article = 'yes' as article,
    coalesce(area_code, '') as area_code,
    place,
    about,
    said,
    reading,
    coalesce(indicator_id, '') as indicator_id,
    coalesce(differs_by, '') as differs_by,
    coalesce(one_of, '') as one_of,
    source,
    coalesce(note, '') as note,
from claim
order by not article, place, said_on nulls first, claim_id
