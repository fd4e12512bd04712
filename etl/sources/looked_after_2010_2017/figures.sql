-- One row per area and year of the first-published figures on children looked after at 31 March.
-- The file of 2017 ends with a row of zeros for the Isles of Scilly that has no level: not a return, as in 2011 to 2016.
-- Regions are told apart by name: Inner and Outer London carry London's code in these files.
select
    edition,
    source_file,
    source_row,
    case
        when lower(geographic_level) = 'national' then 'england'
        when lower(geographic_level) in ('region', 'gor') then 'region'
        when geographic_level = 'LA' then 'authority'
    end as area_level,
    case
        when lower(geographic_level) = 'national' then 'England'
        when geographic_level = 'LA' then old_la_code
        else la_name
    end as area_as_published,
    cast(edition || '-' || $reference as date) as period_end,
    'children_at_31_march' as measure,
    children_at_31_march as figure,
from staged
where not (edition = '2017' and geographic_level = '' and old_la_code = '420')
