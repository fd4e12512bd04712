-- One row per edition of the price levels behind any of the asked indicators: all figures in the prices of one year are
-- told with the newest, those of a past edition too.
create macro prices_behind(asked_indicators) as table
select distinct source.source_id, price_level.edition
from price_level
inner join source on source.content = 'prices'
where exists (
    from indicator
    where list_contains(asked_indicators, indicator.indicator_id) and indicator.prices > 0
);
