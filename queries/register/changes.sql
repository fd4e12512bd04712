-- One row per row of the register that was added, corrected or removed, the newest first.
select
    changed_on,
    file,
    row_id,
    change,
    coalesce(changed, '') as changed,
    coalesce(before, '') as before,
    coalesce(after, '') as after,
    why,
from register_change
order by changed_on desc, file, row_id
