-- One row per chosen indicator: an authority's figure on the newest date, what it was before, and its rank.
-- How they are made is told in etl/schema/newest.sql and etl/schema/rank_ranges.sql.
select * exclude (area_code, segment, figure_area_code)
from newest_figure
where area_code = $authority and indicator_id in $indicators
order by indicator_id
