"""Every authority a dot, in rows by region, by grade or by intervention in force."""

from collections.abc import Sequence
from typing import NamedTuple

from data.catalogue import Indicator
from pages.charts.claimed import Claimed
from pages.charts.model import Drawing, Label, Mark, Panel, Tick, Up
from pages.charts.words import headed
from pages.choosing.regions import ENGLAND
from pages.england import drawings
from pages.england.claims import placed
from queries.rows.england import AuthorityYear

ROW = 52  # pixels of a row on a page: ten regions fit a first screen
APART = 0.17  # of a row, between dots that would cover each other
NEAR = 0.012  # of the width of the axis, within which two dots would
MOST_APART = 2  # dots above and below the middle of a row; more would reach the next
INTERVENTION = {
    "under-intervention": "Under intervention",
    "no-intervention": "Not under intervention",
    "not known": "Not known",
    "members differ": "Members differ",
}
FOOT = 0.1  # of a row, above the foot: clear of the dots of the last row
NEAR_IT, OTHERS = "Its statistical neighbours", "Others"
ORDERS = {
    "grade": ("Outstanding", "Good", "Requires improvement", "Adequate", "Inadequate"),
    "intervention": tuple(INTERVENTION.values()),
}


class Rows(NamedTuple):
    """By what the dots stand in rows.

    Attributes
    ----------
    by
        region, grade, intervention or neighbours.
    near, near_to
        Area codes of the statistical neighbours, and the area code of the authority whose they are.
    """

    by: str
    near: frozenset[str] = frozenset()
    near_to: str = ""


def dots(
    rows: Sequence[AuthorityYear], *, by: Rows, indicator: Indicator, chosen: Sequence[str],
    claims: Sequence[Claimed] = (),
) -> Drawing:  # fmt: skip
    """Draw the figure of every authority on one date.

    Parameters
    ----------
    rows
        Of `queries.england.year`.
    by
        What makes a row.
    chosen
        Area codes of authorities that are marked and named.
    claims
        About those that are drawn, each at the height of its dot, which is named; those about England at the foot.
    """
    drawn = [row for row in rows if row.value is not None and not row.tiny]
    names = groups(rows, by)
    values = [*(row.value or 0.0 for row in drawn), *(each.value for each in claims)]
    across = drawings.across(values, indicator, top=True)
    wide = float(across.last) - float(across.first)  # type: ignore[arg-type]
    marks: list[Mark] = []
    for place, name in enumerate(reversed(names)):
        marks += _row([row for row in drawn if group(row, by) == name], place + 0.5, wide, indicator, chosen)
    heights = {mark.said[0]: mark.y for mark in marks}
    places = {row.area_code: heights[row.area_name] for row in drawn} | {ENGLAND: FOOT}
    named = [*chosen, *(each.area for each in claims)]
    panel = Panel(
        up=Up(low=0, high=len(names), ticks=_ticks(rows, names, by), grid=False, zero=False),
        tall=ROW * max(len(names), 1), uprights=drawings.england(rows, indicator),
        marks=(*marks, *placed(claims, places)),
        labels=tuple(_names(rows, marks, named)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=across, left=150, right=20)


def group(row: AuthorityYear, by: Rows) -> str:
    """Return the row in which an authority stands; of a joint return where any of its members does."""
    match by.by:
        case "grade":
            return row.grade.capitalize()
        case "intervention":
            return INTERVENTION[row.intervention]
        case "neighbours":
            codes = {row.area_code, *row.authority_codes}
            return row.area_name if by.near_to in codes else OTHERS if by.near.isdisjoint(codes) else NEAR_IT
        case _:
            return row.region_name or ""


def groups(rows: Sequence[AuthorityYear], by: Rows) -> list[str]:
    """List the rows that have an authority, in order: regions by name, grades, states, or neighbours."""
    found = dict.fromkeys(group(row, by) for row in rows)
    if by.by == "neighbours":
        return sorted(found, key=lambda name: (name == OTHERS, name == NEAR_IT))
    order = ORDERS.get(by.by, tuple(sorted(found)))
    return [name for name in order if name in found] + [name for name in found if name not in order]


def _ticks(rows: Sequence[AuthorityYear], names: Sequence[str], by: Rows) -> tuple[Tick, ...]:
    size = {
        name: sum(group(row, by) == name and row.value is not None and not row.tiny for row in rows) for name in names
    }
    return tuple(
        Tick(at=place + 0.5, words=f"{headed(name)}\n({size[name]} with a figure)")
        for place, name in enumerate(reversed(names))
    )


def _row(
    rows: Sequence[AuthorityYear], middle: float, wide: float, indicator: Indicator, chosen: Sequence[str]
) -> list[Mark]:
    """Put the dots of a row beside one another: those that would cover another above or below it in turn."""
    marks: list[Mark] = []
    for row in sorted(rows, key=lambda each: each.value or 0.0):
        value = row.value or 0.0
        taken = [mark.y for mark in marks if abs(float(mark.x) - value) < wide * NEAR]  # type: ignore[arg-type]
        y = next((at for at in _places(middle) if all(abs(at - other) > APART / 2 for other in taken)), middle)
        marked = row.area_code in chosen or bool(set(row.authority_codes) & set(chosen))
        marks.append(
            Mark(
                x=value, y=y, symbol="circle", size=11 if marked else 8,
                colour=drawings.CHOSEN if marked else drawings.DOT, hollow=row.small or row.doubted,
                said=drawings.said(row, indicator),
            )
        )  # fmt: skip
    return marks


def _places(middle: float) -> list[float]:
    steps = sorted(range(-MOST_APART, MOST_APART + 1), key=abs)
    return [middle + step * APART for step in steps]


def _names(rows: Sequence[AuthorityYear], marks: Sequence[Mark], chosen: Sequence[str]) -> list[Label]:
    """Name the dots of some."""
    named = {row.area_name for row in rows if row.area_code in chosen or set(row.authority_codes) & set(chosen)}
    return [
        Label(
            x=mark.x, y=mark.y, lines=(mark.said[0],), across="middle", down="bottom", shift=(0, 6), bold=True, size=12
        )
        for mark in marks
        if mark.said and mark.said[0] in named
    ]
