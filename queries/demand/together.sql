-- One row per area and year: how many of the sources of referrals are listed, how many have a share, and what those come
-- to. Shares need not come to 100: some are withheld, others rest on rounded counts.
select
    asked_code as area_code,
    any_value(area_name) as area_name,
    period_end,
    cast(count(*) as integer) as listed,
    cast(count(value) as integer) as given,
    sum(value) as together,
from found_observation
where list_contains($areas, asked_code) and list_contains($indicators, indicator_id)
group by asked_code, period_end
order by asked_code, period_end
