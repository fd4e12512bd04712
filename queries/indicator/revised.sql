-- One row per area and reference date of which the newest edition of a publication gives another figure than the first
-- edition of it that is held: England and its regions first, then by name and date.
with

figures as (
    select
        observation_edition.area_code,
        observation_edition.period_end,
        observation_edition.source_id,
        {
            'value': observation_edition.value,
            'status': observation_edition.status,
            'published': source_file.published
        } as figure,
        observation_edition.edition,
    from observation_edition
    inner join source_file using (source_id, edition)
    where observation_edition.indicator_id = $indicator
),

ends as (
    select
        area_code,
        period_end,
        source_id,
        arg_min(figure, edition) as at_first,
        arg_max(figure, edition) as now,
    from figures
    group by all
)

select
    area.name as area_name,
    ends.period_end,
    ends.at_first.value as first_value,
    ends.at_first.status as first_status,
    ends.at_first.published as first_published,
    ends.now.value as value,
    ends.now.status as status,
    ends.now.published as published,
from ends
inner join area using (area_code)
where
    ends.at_first.status <> ends.now.status
    or ends.at_first.value is distinct from ends.now.value
order by area.area_level not in ('england', 'region'), area.name, ends.period_end
