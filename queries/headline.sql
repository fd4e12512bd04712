-- One row per chosen indicator: an authority's newest figure, what it was before, and its place among authorities.
-- How the interval, the rank and its range are made is told in etl/schema/newest.sql.
select * exclude (area_code)
from newest_figure
where area_code = $authority and indicator_id in $indicators
