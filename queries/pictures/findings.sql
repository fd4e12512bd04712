-- One row per chosen authority and window of years of which a headline may say that the figure rose or fell.
select
    area_code,
    from_period_end,
    to_period_end,
    peak,
    base_period_end,
    base_value,
    value,
    england_base,
    england_value,
from finding
where indicator_id = $indicator and list_contains($authorities, area_code)
order by area_code, to_period_end, from_period_end
