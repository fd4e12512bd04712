"""The question behind a visitor's own figures: they are asked about, and never kept."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.visitor import WithPublished


@question(WithPublished)
def with_published(
    *,
    areas: Sequence[str],
    indicators: Sequence[str],
    kinds: Sequence[str],
    ends: Sequence[str],
    values: Sequence[float | None],
    model: str,
    measure: str,
    base: int,
) -> None:
    """Set a visitor's own figures beside the published ones.

    Parameters
    ----------
    areas, indicators, kinds, ends, values
        One of each per figure: area code of an authority; id of data/indicators.toml; year, snapshot, quarter, month,
        ytd or rolling; last day of the period as 2025-09-30; the figure in the unit of the indicator, or None.
    model
        The model of statistical neighbours, by its edition: 2025.
    measure
        What `shown` is: published (the figure itself), difference (from England), index or rank.
    base
        Year of the reference date whose published figure is 100.

    Returns
    -------
    list of WithPublished
        One row per figure, in the order given.
    """
