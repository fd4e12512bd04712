"""The question behind a visitor's own figures: they are asked about, and never kept."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def beside(
    con: DuckDBPyConnection,
    *,
    areas: Sequence[str],
    indicators: Sequence[str],
    kinds: Sequence[str],
    ends: Sequence[str],
    values: Sequence[float | None],
    model: str,
    measure: str,
    base: int,
) -> DataFrame:
    """Set a visitor's own figures beside the published ones.

    Parameters
    ----------
    areas, indicators, kinds, ends, values
        One of each per figure: area code of an authority; id of data/indicators.toml; year, snapshot, quarter, month,
        ytd or rolling; last day of the period as 2025-09-30; the figure in the unit of the indicator, or None.
    model
        The model of statistical neighbours: 2021 or 2025.
    measure
        What `shown` is: published (the figure itself), difference (from England), index or rank.
    base
        Year of the reference date whose published figure is 100.

    Returns
    -------
    DataFrame
        asked_code, indicator_id, kind, period_end, value, comparable, published_value, published_status, joint (the
        published figure is that of a joint return), published_area, difference, within_rounding (half of the last
        published decimal), england_value, neighbours_value, neighbours_of and neighbours_among (the median, of how
        many, and of how many there are), own_rank (1 = the lowest; none where the published numbers are small) and
        own_ranked_of (among the published figures of the others on ranked_on), published_rank,
        before_end, before_value (of the last figure before; none where it rounds to 0), newest_before_end,
        newest_before_status (of the last date before, whatever its status), change (since the figure before), large (by
        more than 40 %), broken (a break lies between), since, figures_before, as_high_on, as_low_on (of the unbroken
        series before), segment, shown. One row per figure, in the order given.
    """
    return ask(
        con, "own/beside", areas=areas, indicators=indicators, kinds=kinds, ends=ends, values=values, model=model,
        measure=measure, base=base,
    )  # fmt: skip
