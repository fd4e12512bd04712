"""A picture of a view: asked for by ids, put together from the answers of the database, drawn in any size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import queries.catalogue
from data.catalogue import indicators
from pages.charts import spans
from pages.charts.comparison import compare
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.model import Panel
from pages.charts.svg.files import as_png, as_svg
from pages.charts.svg.layout import made
from pages.charts.svg.picture import Picture, file_name
from pages.charts.svg.sizes import PRINT, SIZES, Size
from pages.charts.years import last_day
from pages.choosing.models import NEWEST_MODEL
from pages.claims import beside
from pages.database import rows, rows_once
from pages.picture import below, views
from pages.picture.claims import headline
from pages.picture.composed import Below, Content, composed, credited
from pages.picture.credits import Credits, Publications
from pages.picture.views import View
from queries import compare as comparisons
from queries import history
from queries import pictures as questions
from queries.rows.compare import Grouped
from queries.rows.pictures import Finding


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A picture, and what must be known to write its files.

    Attributes
    ----------
    picture, content, credits
        The picture, what it tells, and whose figures it shows.
    sources, groups
        The publications behind it, and the rows of the means of groups.
    version
        Of the data.
    """

    picture: Picture
    content: Content
    credits: Credits
    sources: Publications
    groups: Sequence[Grouped]
    version: str

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines drawn."""
        return self.content.lines

    @property
    def asked(self) -> Asked:
        """How the comparison is asked for."""
        return self.content.asked

    @cached_property
    def alternative(self) -> str:
        """The alternative text of the largest news picture."""
        return made(self.picture, SIZES["news"]).picture.alternative

    def svg(self, size: Size) -> str:
        """Write it as SVG."""
        return as_svg(self.picture, size)

    def png(self, size: Size) -> bytes:
        """Draw it as PNG."""
        return as_png(self.picture, size)

    def file_name(self, size: Size, ending: str) -> str:
        """Name the file of a size."""
        pixels = "print" if size is PRINT else size.pixels
        return file_name(self.picture, pixels=pixels, version=self.version, ending=ending)


def data_version() -> str:
    """Return when the newest of the publications came out."""
    return rows_once(questions.version)[0].published


def pictured(
    view: View, names: Mapping[str, str], *, link: str, visitor_lines: Sequence[Line] = (), said: str = ""
) -> Pictured:
    """Put a picture together.

    Parameters
    ----------
    view
        What it shows.
    names
        Of the chosen authorities, by area code, in order.
    link
        To the view, short enough to be read off a picture.
    visitor_lines
        Lines of figures that are not published, of this visitor alone.
    said
        The visitor's own headline; empty for ours.
    """
    groups = _groups(view)
    content = _content(view, names, groups, visitor_lines, said)
    under = _below(view, content)
    areas = compare.areas([line for line in content.lines if line.role != "own"])
    sources = _sources(view, areas, judged=under.grades is not None)
    version = f"edition {view.edition}" if view.frozen else data_version()
    came_out = views.came_out(view) if views.past(view) else ""
    given = credited(content, sources, () if came_out else view.groups, version=version, came_out=came_out, link=link)
    return Pictured(
        picture=composed(content, under, given), content=content, credits=given, sources=sources, groups=groups,
        version=version,
    )  # fmt: skip


def _content(
    view: View, names: Mapping[str, str], groups: Sequence[Grouped], visitor_lines: Sequence[Line], said: str
) -> Content:
    asked, found = asked_of(view), _rows(view)
    lines = (*visitor_lines, *compare.compared_lines(found, groups, asked))
    return Content(
        lines=lines, rows=found, breaks=rows_once(queries.catalogue.breaks, indicators=[view.indicator]),
        asked=asked, names=names, finding=headline(lines, asked, _findings(view), of=len(names)), own_headline=said,
        claims=tuple(beside.marked(view.claims)),
    )  # fmt: skip


def _findings(view: View) -> list[Finding]:
    """Return what may be said of the newest figures: an edition of the past has another last figure, and no rules."""
    if views.past(view):
        return []
    return rows(questions.findings, authorities=list(view.authority), indicator=view.indicator)


def asked_of(view: View) -> Asked:
    """Say how the comparison behind a picture is asked for."""
    fact = next(row for row in rows_once(comparisons.series) if row.indicator_id == view.indicator)
    about = indicators()[view.indicator]
    return Asked(
        measure=view.measure, about=about, other=about, base=view.base, event=view.event, england=view.england,
        context=view.context, counted=fact.counted, other_counted=fact.counted,
        ranked=fact.ranked, past=views.past(view),
    )  # fmt: skip


def _rows(view: View) -> Sequence[Row]:
    asks: dict[str, object] = {"indicator": view.indicator, "first": view.first, "last": view.last}
    if view.measure == "since":
        return rows(comparisons.since, authorities=list(view.authority), event=view.event, **asks)
    asks |= {"authorities": list(view.authority), "measure": view.measure, "base": view.base}
    if views.past(view):
        return rows(questions.lines, edition=view.edition, context=view.context, **asks)
    return rows(comparisons.lines, **asks)


def _groups(view: View) -> Sequence[Grouped]:
    """Ask for the means of groups; there are none of past editions."""
    return rows(
        comparisons.groups, authority=view.authority[0], groups=[] if views.past(view) else list(view.groups),
        listed=[], model=NEWEST_MODEL, average=view.average, indicator=view.indicator, measure=view.measure,
        base=view.base, first=view.first, last=view.last,
    )  # fmt: skip


def _below(view: View, content: Content) -> Below:
    """Draw interventions and grades; of a past edition as they stood when it was published."""
    if content.empty or not view.bars or view.measure == "since" or len(content.names) > below.MOST_ROWS:
        return Below()
    seen_on = last_day(views.came_out(view)).date() if views.past(view) else None
    phases = {name: rows_once(history.interventions, authority=code) for code, name in content.names.items()}
    if seen_on:
        phases = {name: spans.as_at(each, seen_on) for name, each in phases.items()}
    bars = below.interventions(phases, content.across, seen_on=seen_on)
    return Below(interventions=bars, grades=_grades(content, seen_on))


def _grades(content: Content, seen_on: date | None) -> Panel | None:
    """Draw the grades of one authority alone."""
    if len(content.names) != 1:
        return None
    ((code, name),) = content.names.items()
    in_force = rows_once(history.grades_in_force, authority=code)
    return below.grades(name, spans.grades_as_at(in_force, seen_on) if seen_on else in_force, content.across)


def _sources(view: View, areas: list[str], *, judged: bool) -> Publications:
    """Ask for the publications behind what is drawn: of a past edition those that had come out by then."""
    years = {"first": view.first, "last": view.last}
    if views.past(view):
        return rows(
            questions.sources, areas=areas, indicator=view.indicator, edition=view.edition, judged=judged, **years
        )
    groups = [*view.groups, *["inadequate"] * judged]
    return rows(comparisons.sources, areas=areas, indicators=[view.indicator], groups=groups, **years)
