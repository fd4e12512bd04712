-- One row per authority and total of the section 251 outturn, gross; and one per total for England, which has no row in
-- these files: the sum of all their authorities, named a sum by its measure. The sum holds Cheshire and Bedfordshire,
-- which ended on 31 March 2009 and are no areas of ours; it is placed in the first row that it holds.
with

totals as (
    -- the number, the case and the words after these change from year to year
    select
        *,
        case
            when contains(lower(line), 'total children looked after') then 'looked_after_spend'
            when regexp_matches(lower(line), 'total safeguarding children|total children and young people''?s safety')
                then 'safeguarding_spend'
            when contains(lower(line), 'total family support services') then 'family_support_spend'
        end as total,
        cast(edition || '-' || $reference as date) as period_end,
    from staged
    where total is not null
)

select
    edition,
    source_file,
    source_row,
    'authority' as area_level,
    old_la_code as area_as_published,
    period_end,
    total as measure,
    total_expenditure as figure,
from totals
where old_la_code not in ('820', '875')

union all

select
    edition,
    source_file,
    min(source_row) as source_row,
    'england' as area_level,
    'England' as area_as_published,
    period_end,
    total || '_of_authorities' as measure,
    -- in pounds and pence; parts of a pence stand in the files too, and their sum is exact in no other type
    cast(cast(sum(cast(total_expenditure as decimal(28, 10))) as decimal(28, 2)) as varchar) as figure,
from totals
group by all
