-- One row per sign by which a family of files says that there is no figure, with the status that we give it.
select
    status,
    symbol,
    layout,
    meaning,
from symbol
order by status, layout, symbol
