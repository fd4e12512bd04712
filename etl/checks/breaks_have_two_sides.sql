-- One row per break of a series that has no figure before the break, or none after it.
with

sides as (
    select
        series_break.break_id,
        series_break.indicator_id,
        series_break.from_period_end,
        series_break.to_period_end,
        count(*) filter (observation.period_end <= series_break.from_period_end) as figures_before,
        count(*) filter (observation.period_end >= series_break.to_period_end) as figures_after
    from series_break
    left join observation
        on
            series_break.indicator_id = observation.indicator_id
            and observation.status = 'published'
    group by all
)

select *
from sides
where figures_before = 0 or figures_after = 0
order by break_id
