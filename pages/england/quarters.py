"""Demand against money: one mark an authority, the change of a measure of demand against that of a line of spend."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from data.catalogue import Indicator
from pages.charts.words import lowered, signed
from pages.england.words import UNCOMPARED, by_reason, direction
from queries.rows.england import Changed

QUARTERS = {
    ("rose", "fell"): "demand rose while spend fell",
    ("rose", "rose"): "both rose",
    ("fell", "fell"): "both fell",
    ("fell", "rose"): "demand fell while spend rose",
}
LEVEL = "one of the two stayed level"


class Pair(NamedTuple):
    """How demand and spend moved in an authority, in per cent, or why it is left out."""

    area_code: str
    area_name: str
    region_code: str
    demand: float
    spend: float
    left_out: str


class Of(NamedTuple):
    """What is set against what, between which years to 31 March, and how both moved in England."""

    demand: Indicator
    spend: Indicator
    since: int
    year: int
    england: tuple[float, float] | None


def paired(demand: Sequence[Changed], spend: Sequence[Changed], tiny: frozenset[str]) -> list[Pair]:
    """Pair the changes of each authority.

    Parameters
    ----------
    demand, spend
        Of `queries.england.change`, both between the same years.
    tiny
        Codes of the very small, which are left out.
    """
    by = {row.area_code: row for row in spend}
    return [
        Pair(row.area_code, row.area_name, row.region_code, row.change_percent or 0.0,
             (by[row.area_code].change_percent or 0.0) if row.area_code in by else 0.0,
             "very small" if row.area_code in tiny else _left_out(row, by.get(row.area_code)))
        for row in demand
    ]  # fmt: skip


def _left_out(demand: Changed, spend: Changed | None) -> str:
    if demand.small or (spend and spend.small):
        return "small numbers"
    for row, which in ((demand, "demand"), (spend, "spend")):
        if row is None or row.change_percent is None:
            return f"{which}: {UNCOMPARED.get(row.refused if row else 'other_area', 'a first figure of 0')}"
        if row.change_percent <= -100:  # which has no place among changes that halve and double
            return f"{which}: a last figure of 0 or less"
    return ""


def national(demand: Sequence[Changed], spend: Sequence[Changed]) -> tuple[float, float] | None:
    """Return how both moved in England, or nothing where one has no figure at both ends."""
    ends = [(rows[0].england_from, rows[0].england_to) for rows in (demand, spend) if rows]
    known = [100 * (after / before - 1) for before, after in ends if before and after is not None]
    return (known[0], known[1]) if len(known) == 2 else None


def quarter(row: Pair) -> str:
    """Say in which quarter an authority lies, as its two changes are written."""
    return QUARTERS.get((direction(row.demand), direction(row.spend)), LEVEL)


def headline(of: Of) -> str:
    """Name what is set against what, and the years."""
    return f"{of.demand.title} against {lowered(of.spend.short_title)}: change from {_years(of)}"


def _years(of: Of) -> str:
    return " to ".join(f"{year - 1}-{year % 100:02}" for year in (of.since, of.year))


def said(rows: Sequence[Pair], of: Of) -> tuple[str, ...]:
    """Count the quarters, and name those that are left out."""
    compared = [row for row in rows if not row.left_out]
    counts = Counter(map(quarter, compared))
    told = [f"in {counts[each]} {each}" for each in (*QUARTERS.values(), LEVEL) if each != LEVEL or counts[each]]
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.left_out:
            reasons.setdefault(row.left_out, []).append(row.area_name)
    left = f"Left out: {by_reason(reasons)}." if reasons else ""
    counted = (
        f"Of {len(compared)} authorities compared, {', '.join(told)}." if compared else "No authority is compared."
    )
    meant = (
        f"Demand is measured by: {of.demand.measure}. Spend: {of.spend.measure}. This does not show why either moved."
    )
    return tuple(filter(None, (f"{counted} {_england(of)}".strip(), meant, left)))


def _england(of: Of) -> str:
    if of.england is None:
        return ""
    demand, spend = map(percent, of.england)
    return f"In England the measure of demand moved by {demand} and spend by {spend}."


def percent(value: float) -> str:
    """Write a change with its sign."""
    return f"{signed(value, unit='', decimals=1)}%"


def table(rows: Sequence[Pair], of: Of) -> pd.DataFrame:
    """Write one row an authority: Authority, both changes, Quarter, Left out."""
    return pd.DataFrame(
        [
            {
                "Authority": row.area_name,
                f"{of.demand.short_title}: change": "" if row.left_out else percent(row.demand),
                f"{of.spend.short_title}: change": "" if row.left_out else percent(row.spend),
                "Quarter": "" if row.left_out else quarter(row),
                "Left out": row.left_out,
            }
            for row in rows
        ]
    )
