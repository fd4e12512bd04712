"""A picture of a view: asked for by ids, put together from the answers of the database, drawn in any size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

import queries.catalogue
from pages.charts import spans
from pages.charts.comparison import compare
from pages.charts.comparison.compared import Asked, Line
from pages.charts.press import words
from pages.charts.press.alternative import alternative
from pages.charts.press.claims import headline
from pages.charts.press.compose import MOST_ROWS, compose, rows_of
from pages.charts.press.content import Picture
from pages.charts.press.layout import laid_out
from pages.charts.press.scene import Scene
from pages.charts.svg.png import png
from pages.charts.svg.sizes import PRINT, SIZES, Size
from pages.charts.years import last_day
from pages.database import answer, answer_once
from pages.picture import views
from pages.picture.views import View
from queries import compare as comparisons
from queries import history
from queries import pictures as questions

MILLIMETRES = (159, 100)


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture, and what must be known to write its files."""

    picture: Picture
    rows: pd.DataFrame
    breaks: pd.DataFrame
    sources: pd.DataFrame
    groups: pd.DataFrame
    names: Mapping[str, str]
    version: str
    finding: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines drawn."""
        return self.picture.lines

    @property
    def asked(self) -> Asked:
        """How the comparison is asked for."""
        return self.picture.asked

    @cached_property
    def alternative(self) -> str:
        """The alternative text of the largest news picture."""
        return self.described(laid_out(self.picture, SIZES["news"]))

    def described(self, scene: Scene) -> str:
        """Write the alternative text of what is drawn."""
        return alternative(self.lines, list(self.names.values()), self.asked, self.finding, bars=scene.bars)

    def svg(self, size: Size) -> str:
        """Write it as SVG."""
        return self._written(laid_out(self.picture, size), size)

    def _written(self, scene: Scene, size: Size) -> str:
        millimetres = MILLIMETRES if size is PRINT else None
        return scene.svg(title=self.picture.headline, description=self.described(scene), millimetres=millimetres)

    def png(self, size: Size) -> bytes:
        """Draw it as PNG."""
        scene = laid_out(self.picture, size)
        return png(self._written(scene, size), description=self.described(scene), zoom=size.zoom)

    def file_name(self, size: Size, ending: str) -> str:
        """Name the file of a size."""
        return words.file_name(
            self.lines, self.asked, pixels="print" if size is PRINT else size.pixels, version=self.version,
            ending=ending, draft=self.picture.draft,
        )  # fmt: skip


def data_version() -> str:
    """Return when the newest of the publications came out."""
    return str(answer_once(questions.version)["published"].iloc[0])


def drawing(view: View, names: Mapping[str, str], *, link: str, own: Sequence[Line] = (), said: str = "") -> Drawing:
    """Put a picture together.

    Parameters
    ----------
    view
        What it shows.
    names
        Of the chosen authorities, by area code, in order.
    link
        To the view, short enough to be read off a picture.
    own
        Lines of figures that are not published, of this visitor alone.
    said
        The visitor's own headline; empty for ours.

    Returns
    -------
    Drawing
    """
    asked, rows = asked_of(view), _rows(view)
    groups = _groups(view)
    lines = (*own, *compare.compared_lines(rows, groups, asked))
    rail = rows_of(names, _histories(names, view)) if view.bars else ()
    areas = compare.areas([line for line in lines if line.role != "own"])
    sources = _sources(view, areas, judged=any(row.grades for row in rail))
    breaks = answer_once(queries.catalogue.breaks, indicators=[view.indicator])
    version = f"edition {view.edition}" if view.frozen else data_version()
    seen = views.came_out(view) if views.past(view) else ""
    finding = headline(lines, asked, _findings(view), of=len(names))
    picture = compose(
        lines=lines, rows=rows, breaks=breaks, asked=asked, names=names, rail=rail,
        sources=sources, version=version, link=link, finding=finding,
        groups=() if seen else view.groups, own_headline=said, seen=seen,
    )  # fmt: skip
    return Drawing(
        picture=picture,
        rows=rows,
        breaks=breaks,
        sources=sources,
        groups=groups,
        names=names,
        version=version,
        finding=finding,
    )


def _findings(view: View) -> pd.DataFrame:
    """Return what may be said of the newest figures: an edition of the past has another last figure, and no rules."""
    found = answer(questions.findings, authorities=list(view.authority), indicator=view.indicator)
    return found.iloc[:0] if views.past(view) else found


def asked_of(view: View) -> Asked:
    """Say how the comparison behind a picture is asked for."""
    fact = answer_once(comparisons.series).set_index("indicator_id").to_dict("index")[view.indicator]
    about = answer_once(queries.catalogue.indicators, indicators=[view.indicator]).to_dict("records")[0]
    return Asked(
        measure=view.measure, about=about, other=about, base=view.base, event=view.event, england=view.england,
        context=view.context and not views.past(view), counted=fact["counted"], other_counted=fact["counted"],
        ranked=fact["ranked"], past=views.past(view),
    )  # fmt: skip


def _rows(view: View) -> pd.DataFrame:
    asks: dict[str, Any] = {"indicator": view.indicator, "first": view.first, "last": view.last}
    if view.measure == "since":
        return answer(comparisons.since, authorities=list(view.authority), event=view.event, **asks)
    asks |= {"authorities": list(view.authority), "measure": view.measure, "base": view.base}
    if views.past(view):
        return answer(questions.lines, edition=view.edition, **asks)
    return answer(comparisons.lines, **asks)


def _groups(view: View) -> pd.DataFrame:
    """Ask for the means of groups; there are none of past editions."""
    return answer(
        comparisons.groups, authority=view.authority[0], groups=[] if views.past(view) else list(view.groups), own=[],
        model="2025", average=view.average, indicator=view.indicator, measure=view.measure,
        base=view.base, first=view.first, last=view.last,
    )  # fmt: skip


def _histories(names: Mapping[str, str], view: View) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Ask for interventions and grades; of a past edition as they stood when it was published."""
    if len(names) > MOST_ROWS:
        return {}
    found = {
        code: (answer_once(history.interventions, authority=code), answer_once(history.grades_in_force, authority=code))
        for code in names
    }
    if not views.past(view):
        return found
    seen_on = last_day(views.came_out(view))
    return {
        code: (spans.as_at(phases, seen_on), spans.grades_as_at(in_force, seen_on))
        for code, (phases, in_force) in found.items()
    }


def _sources(view: View, areas: list[str], *, judged: bool) -> pd.DataFrame:
    """Ask for the publications behind what is drawn: of a past edition those that had come out by then."""
    years = {"first": view.first, "last": view.last}
    if views.past(view):
        return answer(
            questions.sources, areas=areas, indicator=view.indicator, edition=view.edition, judged=judged, **years
        )
    groups = [*view.groups, *["inadequate"] * judged]
    return answer(comparisons.sources, areas=areas, indicators=[view.indicator], groups=groups, **years)
