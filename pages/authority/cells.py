"""The cell of each row: what is newest in figures and words, beside its lane or panel; above it on a narrow screen."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from data.catalogue import Indicator
from data.kinds import Basis, Unit
from pages.authority.newest import change, points, ranked
from pages.authority.picture import credit
from pages.authority.shown import Shown
from pages.charts.fluid.places import MARGINS, height, left, places, right
from pages.charts.model import Drawing, Panel
from pages.charts.stack import Place
from pages.charts.words import KNOWN, day, figure
from pages.charts.years import dated
from queries.rows.figures import Newest


class Cell(NamedTuple):
    """What is written beside the panel of an indicator.

    Attributes
    ----------
    title
        Of the indicator.
    value, more
        The newest figure, or why there is none; then what must be said with it.
    england, rank, reach, change
        England's on that date, the rank with its range, and the change in a year; empty where there is none.
    dated
        Unit and date of the figure, and whether it is that of a joint return.
    """

    title: str
    value: str
    given: bool
    more: str
    england: str
    rank: str
    reach: str
    change: str
    dated: str


def cell(indicator: Indicator, row: Newest | None, *, joint: bool) -> Cell:
    """Write the newest figure of an indicator.

    Parameters
    ----------
    indicator
        What is measured.
    row
        Its newest figure, if the authority has ever had one.
    joint
        Whether it is that of a joint return.
    """
    if row is None:
        return Cell(indicator.title, "no figure", False, "", "", "", "", "", "")
    rank, reach = ranked(row)
    known = points(row)
    counted = indicator.unit.is_count  # England's would dwarf it, and is in the table
    more = "small numbers" if row.small and row.status == "published" else ""
    if len(known) > 1:
        when, value, status = known[0]
        last = figure(value, status, unit=indicator.unit, decimals=indicator.decimals)
        more = f"last figure {last}, {dated(when, indicator)}"
    return Cell(
        indicator.title, short(row.value, row.status, indicator), row.status in KNOWN, more,
        "" if row.england_value is None or counted else short(row.england_value, "published", indicator),
        rank, reach, _change(row, indicator), _dated(row, indicator) + "; joint return" * joint,
    )  # fmt: skip


def _change(row: Newest, indicator: Indicator) -> str:
    moved = change(row, indicator)
    if row.change_year is not None:
        return f"{moved} in a year"
    return f"change in a year {moved}" if moved else ""


def _dated(row: Newest, indicator: Indicator) -> str:
    """Write the date of a figure, after its unit where the figure itself does not carry that."""
    unit = "" if indicator.unit in (Unit.PER_CENT, Unit.NUMBER, Unit.POUNDS) else f"{indicator.unit}, "
    return f"{unit}{'year to' if indicator.basis is Basis.YEAR else 'at'} {day(row.period_end)}"


def short(value: float | None, status: str, indicator: Indicator) -> str:
    """Write a figure without the unit that the cell says under it, or why there is none."""
    unit = indicator.unit if indicator.unit is Unit.PER_CENT or indicator.unit.money else Unit.NUMBER
    written = figure(value, status, unit=unit, decimals=indicator.decimals)
    return written.removesuffix(" per child")


def html(drawing: Drawing, shown: Shown, cells: Sequence[Cell]) -> str:
    """Write the cells of all rows as HTML, each at the height of its row: those of the panels are the last."""
    lanes = len(drawing.panels) - len(cells)
    written = [*(_lane(panel) for panel in drawing.panels[:lanes]), *map(_cell, cells)]
    parts = "".join(
        f'<div class="cell{" of-panel" * (n >= lanes)}" style="top:{_top(place)}">{text}</div>'
        for n, (place, text) in enumerate(zip(places(drawing), written, strict=True))
    )
    return (
        f'<div class="cells" role="group" aria-label="Newest figures, {escape(shown.name)}">{parts}'
        f'<p class="credit">{escape(credit(shown))}</p></div>'
    )


def _top(place: Place) -> str:
    return f"calc({MARGINS[0]}px + (100% - {sum(MARGINS)}px) * {place.title:.5f})"


def tall(drawing: Drawing) -> str:
    """Write as a style the height of the chart, beside which the cells stand, and the room around its rows."""
    pixels = {
        "tall": height(drawing) + sum(MARGINS), "left": left(drawing), "right": right(drawing),
        "top": MARGINS[0], "bottom": MARGINS[1],
    }  # fmt: skip
    return f"<style>:root {{ {' '.join(f'--{name}: {round(size)}px;' for name, size in pixels.items())} }}</style>"


def _lane(panel: Panel) -> str:
    return f'<b class="title">{escape(panel.title)}</b> <span>{escape(panel.about)}</span>'


def _cell(cell: Cell) -> str:
    """Write one cell: figures in a row, how the newest changed, and of which date it is."""
    england = f'England <span class="england">{escape(cell.england)}</span>' if cell.england else ""
    rank = f"<b>{escape(cell.rank)}</b> <span>{escape(cell.reach)}</span>" if cell.rank else ""
    under = " · ".join(escape(part) for part in (cell.more, cell.change) if part)
    return (
        f'<b class="title">{escape(cell.title)}</b> <span class="dated">{escape(cell.dated)}</span>'
        f'<div class="figures-of"><span class="value{"" if cell.given else " none"}">{escape(cell.value)}</span> '
        f"<span>{england}</span> <span>{rank}</span></div><div>{under}</div>"
    )
