"""Claims among all authorities: which touch what a view draws, and where they stand on its rows."""

from collections.abc import Mapping, Sequence

from pages.charts import claimed
from pages.charts.claimed import Claimed
from pages.charts.model import Mark, Tick, Up
from pages.choosing.regions import ENGLAND
from pages.claims import beside
from pages.england import rows
from pages.england.asked import Asked

CHANGED = "A change that is claimed is marked at the later figure that would follow from the first."


def touching(view: str, asked: Asked) -> tuple[str, ...]:
    """Return the claims about those that a view draws, and about England where its figure is no sum.

    A view of one year draws claims of a figure, a view of a change those of a change between the same years. No other
    view has a place for any: a map has no axis of figures; the limits of chance are those of a figure that is of so
    many, which a claim does not say; and of demand against money a claim is of one of the two alone.
    """
    drawn = _drawn(view, asked)
    areas = [*drawn, *[ENGLAND] * (bool(drawn) and not asked.indicator.unit.is_count)]
    return beside.between(areas, asked.indicator.id, since=asked.since if view == "change" else None, year=asked.year)


def _drawn(view: str, asked: Asked) -> list[str]:
    """Return the area codes of the rows that are drawn."""
    match view:
        case "dots" | "ranking":
            return [row.area_code for row in rows.year(asked) if row.value is not None and not row.tiny]
        case "change" if asked.mean == 1:
            return [row.area_code for row in rows.change(asked) if row.change is not None]
        case _:
            return []


def up(names: Sequence[Tick], claims: Sequence[Claimed]) -> Up:
    """Return the upright axis of rows, one of an authority each; what is claimed about England has one over them."""
    england = [Tick(at=_above(len(names)), words="England") for each in claims if each.area == ENGLAND][:1]
    ticks = (*names, *england)
    return Up(low=0, high=max(len(ticks), 1), ticks=ticks, grid=False, zero=False)


def marks(claims: Sequence[Claimed], heights: Mapping[str, float]) -> list[Mark]:
    """Draw claims on the rows of those whose they are, and over them those about England.

    Parameters
    ----------
    claims
        Of any of the rows, or of England.
    heights
        Of the rows by area code, each one high.
    """
    there = {**heights, ENGLAND: _above(len(heights))}
    return placed([each for each in claims if each.area in there], there)


def placed(claims: Sequence[Claimed], heights: Mapping[str, float]) -> list[Mark]:
    """Draw claims at the heights of those whose they are."""
    return claimed.marks(claims, lambda each: (each.value, heights[each.area]), placed=True)


def _above(rows: int) -> float:
    return rows + 0.5
