"""What must be known of each series to choose from it: asked of the database once per build."""

from collections.abc import Mapping

from pages.database import rows_once
from queries import compare
from queries.rows.compare import Series


def series() -> Mapping[str, Series]:
    """Return the years of each indicator and how it may be compared, by its id."""
    return {each.indicator_id: each for each in rows_once(compare.series)}
