-- One row per area and reference date of an indicator: the figure that was the newest when an edition came out.
-- The choice among series is that of observations.sql.
create macro figure_as_of(asked_indicator, asked_edition) as table
with

held as (
    select
        observation_edition.*,
        area.area_level,
        edition = max(edition) over (partition by series_number, period_end) as last_edition,
    from observation_edition
    inner join area using (area_code)
    where indicator_id = asked_indicator and edition <= asked_edition
)

from held
qualify row_number() over (
    partition by area_code, period_end
    order by
        last_edition desc,
        status = 'published' desc,
        area_level in ('england', 'region') and derived,
        series_number,
        edition desc
) = 1;
