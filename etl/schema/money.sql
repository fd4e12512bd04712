-- One row per financial year, by its last day: the level of prices, the mean of its four quarters (2022 = 100).
-- A mean of fewer quarters than four is none.
create table price_level as
with

quarters as (
    select
        *,
        make_date(if(month(period_end) > 3, year(period_end) + 1, year(period_end)), 3, 31) as year_end,
    from deflator
)

select
    year_end as period_end,
    avg(value) as level,
    any_value(edition) as edition,
    any_value(source_file) as source_file,
    min(source_row) as source_row,
from quarters
group by year_end
having count(*) = 4
order by period_end;

-- One row per indicator in the prices of one year and financial year: what a sum of money is multiplied by.
create temp table price as
select
    indicator.indicator_id,
    then_level.period_end,
    base.level / then_level.level as factor,
    then_level.source_file as price_file,
    then_level.source_row as price_row,
from indicator
inner join price_level as base on base.period_end = make_date(indicator.prices, 3, 31)
cross join price_level as then_level
where indicator.prices > 0;

-- One row per total that the publisher left authorities out of: their children, who are not divided by either.
create temp table left_out_people as
select
    indicator_measure.indicator_id,
    indicator_measure.series_number,
    left_out.area_code,
    left_out.period_end,
    if(count(figure.value) = count(*), sum(figure.value), null) as value,
from left_out
inner join indicator_measure using (source_id, measure)
inner join authority using (dfe_code)
left join figure
    on figure.source_id = 'population'
    and figure.area_code = authority.area_code
    and year(figure.period_end) + 1 = year(left_out.period_end)
where indicator_measure.role = 'numerator'
group by all;
