"""What the page of one authority draws and says of the published figures: the same for all who choose the same.

To draw it took half of the page's time. It is kept for the choices made last, per build of the database; with a
visitor's own figures it is made for that visitor alone, and not kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators as catalogue
from pages.authority import cells, crosshair, readout, words
from pages.authority.choosing import View
from pages.authority.drawing import timeline
from pages.authority.key import key
from pages.authority.lanes import VISITS
from pages.authority.notes import Note, notes, numbered
from pages.authority.shown import Shown
from pages.charts.fluid.chart import html
from pages.charts.model import Drawing, Entry
from pages.claims import beside
from pages.database import every_authority, made, rows_once
from queries import ofsted
from queries.rows.catalogue import Authority
from queries.rows.figures import Newest, Trend

# Of so many choices what is made is kept: every authority with those that a page opens with. Each takes 140 kilobytes,
# all of them 22 megabytes.
MOST = 160


class Made(NamedTuple):
    """What is drawn and said.

    Attributes
    ----------
    shown, newest
        The rows of the questions; the newest figure of each indicator.
    notes
        What must be known of single figures and of breaks.
    chart
        As HTML, with the cells beside it.
    read
        What the crosshair reads, date by date.
    entries
        The key.
    alternative
        What the chart shows, for those who do not see it.
    plain
        The chart as a picture has it, without the numbers of notes.
    """

    shown: Shown
    newest: Mapping[str, Newest]
    notes: Sequence[Note]
    chart: str
    read: Mapping[str, Sequence[object]]
    entries: Sequence[Entry]
    alternative: str
    plain: Drawing


def asked(authority: Authority, view: View) -> Shown:
    """Ask for all that the page shows of the published figures."""
    code, wanted = authority.area_code, {"indicators": view.indicators}
    return Shown(
        name=authority.name, indicators=[catalogue()[id] for id in view.indicators],
        trend=rows_once(queries.figures.trend, authority=code, comparators=view.comparators, others=view.others,
                        model=view.model, first=view.first, last=view.last, **wanted),
        percentiles=rows_once(queries.figures.percentiles, **wanted) if view.band else [],
        breaks=rows_once(queries.catalogue.breaks, **wanted),
        phases=rows_once(queries.history.interventions, authority=code),
        steps=rows_once(queries.history.intervention_events, authority=code),
        in_force=rows_once(queries.history.grades_in_force, authority=code),
        areas=rows_once(queries.history.area_grades_in_force, authority=code, wanted=view.areas),
        visits=rows_once(ofsted.visits, authority=code, region="all", kinds=list(VISITS) if view.visits else []),
        events=rows_once(queries.history.events, authority=code, scopes=view.scopes),
        first=view.first, last=view.last, whole=view.whole, claims=beside.marked(view.claims),
    )  # fmt: skip


def newest(authority: Authority, view: View) -> dict[str, Newest]:
    """Ask for the newest figure of each indicator."""
    found = rows_once(queries.figures.headline, authority=authority.area_code, indicators=view.indicators)
    return {row.indicator_id: row for row in found}


def drawn(shown: Shown, newest: Mapping[str, Newest]) -> Made:
    """Draw and write all that is shown."""
    said = notes(shown)
    points, cuts = numbered(said)
    drawing = timeline(shown, numbers=points, cut_numbers=cuts)
    written = [cells.cell(each, newest.get(each.id), joint=shown.joint(each)) for each in shown.indicators]
    alternative = words.alternative(shown)
    chart = cells.tall(drawing) + cells.html(drawing, shown, written) + html(drawing, alternative=alternative)
    read = crosshair.written(drawing, readout.stops(shown, drawing))
    return Made(shown, newest, said, chart, read, key(shown), alternative, plain=timeline(shown))


def published(code: str, view: View) -> Made:
    """Return what is drawn and said of the published figures, which may only be read: all visitors share it."""
    return _kept(made(), code, view)


@lru_cache(maxsize=MOST)
def _kept(build: int | str, code: str, view: View) -> Made:  # noqa: ARG001
    authority = every_authority()[code]
    return drawn(asked(authority, view), newest(authority, view))


def with_visitor_figures(published: Made, figures: Sequence[Trend]) -> Made:
    """Draw a visitor's own figures over the published ones: for that visitor alone, and not kept."""
    shown = replace(published.shown, trend=[*published.shown.trend, *figures])
    return drawn(shown, published.newest) if figures else published
