"""One authority's judgements on a date axis: services as a whole, and each area that was judged beneath."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pages.charts import axes, histories, visits
from pages.charts.model import Drawing, Panel, Tick, Up
from queries.rows.history import AreaGrade, Grade, Judgement
from queries.rows.ofsted import OfstedPage, Visit

WHOLE, AREA = 58, 24  # pixels of a row
BESIDE = 92  # pixels, for a grade written beside its bar
HALF = 0.42  # of the distance between two rows of a picture: half of a bar
INSPECTED = 0.6  # how far up the tick of an inspection reaches, where half is the edge of a bar
AREAS = {
    "safeguarding": "Safeguarding",
    "child protection": "Child protection",
    "help and protection": "Help and protection",
    "in care": "Children in care (may include care leavers)",
    "care leavers": "Care leavers",
    "adoption": "Adoption",
    "leadership": "Leadership",
    "LSCB": "Local safeguarding children board",
}

SHORT = {"in care": "Children in care", "LSCB": "Safeguarding board"}  # where a picture has no room for the whole name


class History(NamedTuple):
    """What Ofsted judged of one authority, and when it visited it.

    Attributes
    ----------
    name, closed, standing
        Of the authority: its name, when it ended (None for one that has not), and its grade that stands, in words.
    in_force, areas, judgements, visits
        Rows of `queries.history.grades_in_force`, `areas_in_force`, `judgements` and `ofsted.visits`.
    about
        The row of `queries.ofsted.page`.
    """

    name: str
    closed: date | None
    standing: str
    in_force: Sequence[Grade]
    areas: Sequence[AreaGrade]
    judgements: Sequence[Judgement]
    visits: Sequence[Visit]
    about: OfstedPage


def judged(history: History) -> Drawing:
    """Draw every judgement of an authority from the publication of its report to that of the next.

    Returns
    -------
    Drawing
        A row for services as a whole, the framework named in each bar, one for visits if there are any, and a row
        per area judged.
    """
    first, until = min(row.published_on for row in history.in_force), max(row.until for row in history.in_force)
    parts = {name: [row for row in history.areas if row.row == name] for name in AREAS}
    panels = (
        _whole(history.in_force, until),
        *([_visits(history.visits)] if history.visits else []),
        *(_area(AREAS[name], part, until) for name, part in parts.items() if part),
    )
    beside = any(panel.labels for panel in panels)
    across = axes.calendar(date(first.year, 1, 1), until)
    return Drawing(panels=panels, across=across, left=8, right=BESIDE if beside else 12)


def _whole(in_force: Sequence[Grade], until: date) -> Panel:
    return Panel(
        title="Services as a whole", tall=WHOLE, lanes=2, up=Up(low=-0.5, high=INSPECTED),
        bars=tuple(replace(bar, words=tuple(map(_in_lines, bar.words))) for bar in histories.grade_bars(in_force)),
        marks=tuple(histories.inspected_marks(in_force)),
        labels=tuple(histories.standing_label(in_force, until=until)),
    )  # fmt: skip


def _in_lines(words: str) -> str:
    """Write what was graded in a line of its own: this row is high enough for three."""
    return words.replace(" safeguarding", "\nsafeguarding").replace(" child protection", "\nchild protection")


def _visits(rows: Sequence[Visit]) -> Panel:
    return Panel(
        title=visits.TITLE, about=visits.ABOUT, tall=AREA, lanes=1, up=Up(low=-0.5, high=0.5),
        marks=tuple(map(visits.mark, rows)),
    )  # fmt: skip


def _area(title: str, part: Sequence[AreaGrade], until: date) -> Panel:
    return Panel(
        title=title, tall=AREA, lanes=1, up=Up(low=-0.5, high=0.5), bars=tuple(histories.area_bars(part)),
        labels=tuple(histories.standing_label(part, until=until)),
    )  # fmt: skip


def pictured(history: History) -> Drawing:
    """Draw the same for a picture: the areas under one another in one panel, their names to their left."""
    first, until = min(row.published_on for row in history.in_force), max(row.until for row in history.in_force)
    parts = {name: part for name in AREAS if (part := [row for row in history.areas if row.row == name])}
    ticks = tuple(Tick(at=float(n), words=SHORT.get(name, AREAS[name])) for n, name in enumerate(parts))
    areas = Panel(
        title="Areas judged", about="children in care may include care leavers" * ("in care" in parts),
        tall=AREA * len(parts), lanes=len(parts), up=Up(low=len(parts) - 0.5, high=-0.5, ticks=ticks, grid=False),
        bars=tuple(
            replace(bar, untold="")  # the key says its grade, and notes of all would outgrow the picture
            for n, part in enumerate(parts.values())
            for bar in histories.area_bars(part, low=n + HALF, high=n - HALF)
        ),
    )  # fmt: skip
    return Drawing(
        panels=(
            _whole(history.in_force, until),
            *([_visits(history.visits)] if history.visits else []),
            *([areas] if parts else []),
        ),
        across=axes.calendar(date(first.year, 1, 1), until),
    )
