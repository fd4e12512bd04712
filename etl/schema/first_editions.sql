-- One row per area, indicator and reference date: the figure of the first edition held that has it, and when the first
-- and the last came out. A table, for a question of one figure would go through all editions of all.
create table first_edition as
with

ordered as (
    select
        observation_edition.area_code,
        observation_edition.indicator_id,
        observation_edition.period_end,
        {
            'value': observation_edition.value,
            'status': observation_edition.status,
            'published': source_file.published,
            'edition': observation_edition.edition
        } as figure,
        source_file.published,
    from observation_edition
    inner join source_file using (source_id, edition)
),

ends as (
    select
        area_code,
        indicator_id,
        period_end,
        arg_min(figure, published) as at_first,
        max(published) as last_published,
        count(*) as editions,
    from ordered
    group by all
)

select
    area_code,
    indicator_id,
    period_end,
    at_first.value as first_value,
    at_first.status as first_status,
    at_first.published as first_published,
    at_first.edition as first_edition,
    last_published,
    editions,
from ends
order by indicator_id, area_code, period_end;
