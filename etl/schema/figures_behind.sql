-- One row per area and edition behind its figures of some indicators in some years: their own, what those derived by us
-- are divided by, and the prices in which they are told.
create macro figures_behind(asked_indicators, first_year, last_year) as table
with

figures as (
    select area_code, area_level, source_id, edition, derived, source_file, denominator_file
    from observation
    where
        list_contains(asked_indicators, indicator_id)
        and period_end between make_date(first_year, 1, 1) and make_date(last_year, 12, 31)
)

select area_code, area_level, source_id, edition
from figures

union

select figures.area_code, figures.area_level, source_file.source_id, source_file.edition
from figures
inner join source_file on string_split(source_file.file, '/')[-1] = figures.denominator_file
where figures.derived and figures.denominator_file <> figures.source_file

union

select figures.area_code, figures.area_level, prices.source_id, prices.edition
from figures
cross join prices_behind(asked_indicators) as prices;
