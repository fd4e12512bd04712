-- One row per row of the register that is not certain: of low confidence, or without a known end.
select
    register_doubt.doubt,
    register_doubt.kind,
    register_doubt.authority_name,
    register_doubt.title,
    register_doubt.row_id,
from register_doubt
order by all
