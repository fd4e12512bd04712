"""The figures of an authority on the newest date in words: what they are, how they changed, and their rank."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import Indicator
from data.kinds import Better, Unit
from pages.charts.ranks import SMALL
from pages.charts.words import ONE, figure_of
from pages.charts.years import newest_said
from queries.rows.figures import Newest

REFUSED = {
    "no_figure": "not worked out: no figure",
    "gap": "not worked out: no figure a year before",
    "break": "not comparable: a break in the series lies between",
    "joint": "not comparable: a joint return only at one of the two dates",
    "rounds_to_zero": "not worked out: one of the two figures rounds to 0",
}
# Of a change, where it is not the unit of the figure.
UNITS = {Unit.PER_CENT: " points", Unit.NUMBER: "", Unit.PEOPLE: "", Unit.POUNDS: " pounds"}
WANTED = {Better.HIGHER: " (higher is better)", Better.LOWER: " (lower is better)", Better.NEITHER: ""}


def headline(rows: Sequence[Newest], indicators: Sequence[Indicator]) -> list[dict[str, str]]:
    """Write the newest figures as a table.

    Parameters
    ----------
    rows
        Of `queries.figures.headline`.
    indicators
        What is shown.

    Returns
    -------
    list of dict
        One row per indicator: Indicator, Newest, England on that date, Since a year before, Rank. A change across a
        break in the series is not given. A column in which nothing stands is left out.
    """
    found = {row.indicator_id: row for row in rows}
    table = [_headline(indicator, found.get(indicator.id)) for indicator in indicators]
    filled = [name for name in table[0] if any(row[name] for row in table)] if table else []
    return [{name: row[name] for name in filled} for row in table]


def _headline(indicator: Indicator, row: Newest | None) -> dict[str, str]:
    written = {"Indicator": indicator.title, "Newest": "no figure", "England on that date": "",
               "Since a year before": "", "Rank, 1 = lowest": ""}  # fmt: skip
    if row is None:
        return written
    newest = newest_said(points(row), indicator)
    small = " (small numbers)" * (row.small and row.status == "published")
    england = row.england_value
    return written | {
        "Newest": newest + small,
        "England on that date": "" if england is None else figure_of(england, indicator),
        "Since a year before": change(row, indicator, refusals=True) + _wanted(row, indicator),
        "Rank, 1 = lowest": " ".join(part for part in _ranked(row) if part),
    }


def points(row: Newest) -> list[tuple[date, float | None, str]]:
    """Return the figure of the newest date, and before it the last one where it is not given."""
    newest = (row.period_end, row.value, row.status)
    if row.last_period_end is None:
        return [newest]
    return [(row.last_period_end, row.last_value, row.last_status or ""), newest]


def change(row: Newest, indicator: Indicator, *, refusals: bool = False) -> str:
    """Write how the newest figure changed in a year, with its direction.

    Parameters
    ----------
    row, indicator
        The figure.
    refusals
        Whether it is said why there is none, also where the figure itself says so.
    """
    if row.change_year is None:
        return REFUSED[row.change_refused] if refusals or row.change_refused in ("break", "joint", "gap") else ""
    size = f"{abs(row.change_year):,.{indicator.decimals}f}"
    if float(size.replace(",", "")) == 0:
        return "no change"
    return f"{'up' if row.change_year > 0 else 'down'} {size}{_unit(indicator, size)}"


def _unit(indicator: Indicator, size: str) -> str:
    if indicator.unit.per_child:
        return " pounds per child"
    if size == "1" and indicator.unit is Unit.PER_CENT:
        return " point"
    unit = ONE.get(indicator.unit, indicator.unit) if size == "1" else indicator.unit
    return UNITS.get(indicator.unit, f" {unit}")


def _wanted(row: Newest, indicator: Indicator) -> str:
    moved = row.change_year is not None and round(abs(row.change_year), indicator.decimals) > 0
    return WANTED[indicator.better] if moved else ""


def _ranked(row: Newest) -> tuple[str, str]:
    if row.ranked_of is None:
        return "not ranked", ""
    if row.rank is None:
        return SMALL, ""
    reach = "" if row.rank_low is None else f"(range {row.rank_low} to {row.rank_high})"
    return f"{row.rank} of {row.ranked_of}", reach


def ranked(row: Newest) -> tuple[str, str]:
    """Write the rank and its range for a cell; nothing where a rank has no sense or none is given."""
    rank, reach = _ranked(row)
    if row.ranked_of is None:
        return "", ""
    return (f"rank {rank}" if row.rank is not None else rank), reach.strip("()")
