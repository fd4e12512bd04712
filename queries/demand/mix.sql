-- One row per area and financial year: what was spent on each of three lines, and on all three together where each has a
-- figure. Years are comparable where none of the three was redefined between them and the newest: a share is of what was
-- counted in its year.
with

lines as (
    select
        *,
        segment = max(segment) over (partition by indicator_id) as current,
    from found_observation
    where indicator_id in ('spend_safeguarding', 'spend_looked_after', 'spend_family_support')
)

select
    asked_code as area_code,
    any_value(area_name) as area_name,
    period_end,
    any_value(value) filter (indicator_id = 'spend_safeguarding') as safeguarding,
    any_value(value) filter (indicator_id = 'spend_looked_after') as looked_after,
    any_value(value) filter (indicator_id = 'spend_family_support') as family_support,
    if(count(value) = 3, sum(value), null) as whole,
    bool_and(current) as comparable,
    coalesce(string_agg(distinct status, ', ' order by status) filter (status <> 'published'), '') as missing,
    string_agg(distinct source_file || ', row ' || source_row, '; ' order by source_file || ', row ' || source_row)
        as source,
from lines
where list_contains($areas, asked_code) and asked_code = area_code
group by asked_code, period_end
order by asked_code, period_end
