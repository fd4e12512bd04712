-- One row per indicator, area, reference date, source and edition: every figure that an edition holds.
-- A figure is the publisher's own where the catalogue names one; else it is derived from its parts.
insert into observation_edition by name
with

published as (from part where role = 'published'),

numerator as (
    -- a sum of money of a year without a level of prices has no place among those in the prices of another
    select
        part.* replace (
            if(indicator.prices = 0, part.value, part.value * price.factor) as value,
            if(indicator.prices > 0 and price.factor is null and part.status = 'published', 'not_available', part.status)
                as status
        ),
        price.factor as price_factor,
        price.price_file,
        price.price_row,
    from part
    inner join indicator using (indicator_id)
    left join price using (indicator_id, period_end)
    where part.role = 'numerator'
),

undivided as (
    select indicator_id, series_number
    from indicator_measure
    inner join indicator using (indicator_id)
    group by all
    having not bool_or(indicator_measure.role = 'denominator' or indicator.population)
),

population as (
    -- the population of a year to 31 March is that of the mid-year before
    select
        indicator.indicator_id,
        figure.area_code,
        make_date(year(figure.period_end) + 1, 3, 31) as period_end,
        figure.value,
        figure.status,
        figure.source_file,
        figure.source_row,
    from indicator
    inner join figure on figure.measure = 'population_0_17' and figure.source_id = 'population'
    where indicator.population
),

denominator as (
    select indicator_id, series_number, source_id, edition, area_code, period_end, value, status, source_file, source_row
    from part
    where role = 'denominator'

    union all

    select
        numerator.indicator_id,
        numerator.series_number,
        numerator.source_id,
        numerator.edition,
        numerator.area_code,
        numerator.period_end,
        if(left_out_people.area_code is null, population.value, population.value - left_out_people.value) as value,
        if(left_out_people.area_code is not null and left_out_people.value is null and population.status = 'published',
            'not_available', population.status) as status,
        population.source_file,
        population.source_row,
    from numerator
    inner join population using (indicator_id, area_code, period_end)
    left join left_out_people using (indicator_id, series_number, area_code, period_end)
),

read as (
    select
        published.indicator_id,
        published.series_number,
        published.source_id,
        published.edition,
        published.area_code,
        published.period_end,
        published.value,
        -- of none there is no median and no share, whatever stands in the cell: the files write 0
        if(of_some and published.value = 0 and denominator.value = 0, 'not_applicable', published.status) as status,
        case when stands then numerator.value end as numerator,
        case when stands and indicator.unit <> 'days' then denominator.value end as denominator, -- no quotient of it
        false as derived,
        published.source_file,
        published.source_row,
        denominator.source_file as denominator_file,
        denominator.source_row as denominator_row,
    from published
    left join numerator using (indicator_id, series_number, source_id, edition, area_code, period_end)
    left join denominator using (indicator_id, series_number, source_id, edition, area_code, period_end)
    inner join indicator using (indicator_id)
    inner join area using (area_code)
    -- the Department adds estimates to the rates of England and regions but not to their counts: parts that do not
    -- give the rate are not its parts
    cross join lateral (
        select
            area.area_level not in ('england', 'region')
            or coalesce(abs(indicator.per * numerator.value / nullif(denominator.value, 0) - published.value), 0) <= 0.15
            as stands
    )
),

derived as (
    select
        numerator.indicator_id,
        numerator.series_number,
        numerator.source_id,
        numerator.edition,
        numerator.area_code,
        numerator.period_end,
        indicator.per * numerator.value
            / if(undivided.indicator_id is null, nullif(denominator.value, 0), 1) as value,
        case
            when numerator.status <> 'published' then numerator.status
            when denominator.status <> 'published' then denominator.status
            when denominator.value = 0 then 'not_applicable'
            else 'published'
        end as status,
        numerator.value as numerator,
        denominator.value as denominator,
        true as derived,
        numerator.source_file,
        numerator.source_row,
        denominator.source_file as denominator_file,
        denominator.source_row as denominator_row,
        numerator.price_factor,
        numerator.price_file,
        numerator.price_row,
    from numerator
    left join denominator using (indicator_id, series_number, source_id, edition, area_code, period_end)
    left join undivided using (indicator_id, series_number)
    inner join indicator using (indicator_id)
    anti join published using (indicator_id, series_number, source_id, edition, area_code, period_end)
    where denominator.status is not null or undivided.indicator_id is not null
),

every as (
    from read
    union all by name
    from derived
),

living as (
    -- some files list an authority after its end, or before its beginning: Cafcass, of areas of its own, with a figure
    select every.*, area.area_level
    from every
    inner join area using (area_code)
    where
        every.period_end between coalesce(area.opened_on, date '1900-01-01')
            and coalesce(area.closed_on, date '2999-12-31')
),

last_editions as (
    select indicator_id, series_number, period_end, max(edition) as edition from living group by all
),

ranked as (
    select living.*, living.edition = last_editions.edition as last_edition
    from living
    inner join last_editions using (indicator_id, series_number, period_end)
)

select
    ranked.indicator_id,
    ranked.series_number,
    ranked.area_code,
    case indicator.basis
        when 'snapshot' then ranked.period_end
        else cast(ranked.period_end - interval 1 year + interval 1 day as date)
    end as period_start,
    ranked.period_end,
    case when ranked.status = 'published' then ranked.value end as value,
    ranked.status,
    ranked.numerator,
    ranked.denominator,
    ranked.derived,
    ranked.source_id,
    ranked.edition,
    ranked.source_file,
    ranked.source_row,
    ranked.denominator_file,
    ranked.denominator_row,
    1 = row_number() over (
        partition by ranked.indicator_id, ranked.area_code, ranked.period_end
        order by
            ranked.last_edition desc,
            ranked.status = 'published' desc,
            -- counts of England and regions are rounded to 10: a percentage that is published comes before ours
            ranked.area_level in ('england', 'region') and ranked.derived,
            ranked.series_number,
            ranked.edition desc
    ) as latest,
    ranked.price_factor,
    ranked.price_file,
    ranked.price_row,
from ranked
inner join indicator using (indicator_id)
order by ranked.indicator_id, ranked.area_code, ranked.period_end, ranked.edition, ranked.series_number
