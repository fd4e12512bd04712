-- One row per indicator, in the order in which pages offer them.
select
    indicator_id,
    title,
    short_title,
    topic,
    unit,
    measure,
    decimals,
    better,
    better_reason,
    basis,
    definition,
    caveats,
from indicator
order by position
