-- One row per area, period and measure of each edition of a source: areas found, symbols read as a status.
create or replace temp table tidy as
with

symbols as (
    select symbol.symbol, symbol.status
    from symbol
    inner join layout on layout.symbols = symbol.layout
),

cleaned as (
    -- thousands are set apart by commas in the releases of 2010 to 2017 only
    select
        source_rows.*,
        case layout.symbols
            when 'statistical_first_release' then replace(source_rows.figure, ',', '')
            else source_rows.figure
        end as number_text,
    from source_rows
    cross join layout
),

numbered as (
    select
        cleaned.*,
        case
            when regexp_full_match(number_text, '-?[0-9]+(\.[0-9]+)?([eE]-?[0-9]+)?') then cast(number_text as double)
        end as number,
    from cleaned
)

select
    numbered.edition,
    numbered.source_file,
    numbered.source_row,
    area_name.area_code,
    numbered.period_end,
    numbered.measure,
    case
        when number = trunc(number) then cast(cast(number as bigint) as varchar)
        else cast(number as varchar)
    end as value,
    case when number is not null then 'published' else symbols.status end as status,
    numbered.area_level,
    numbered.area_as_published,
    numbered.figure,
from numbered
left join area_name
    on area_name.area_level = numbered.area_level
    and area_name.name = lower(numbered.area_as_published)
left join symbols on symbols.symbol = numbered.figure
