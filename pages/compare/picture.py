"""The comparison as a picture to take away: its charts with headline, place, unit, notes and sources."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor
from typing import NamedTuple

from pages.charts import claimed
from pages.charts.claimed import Claimed
from pages.charts.comparison import words
from pages.charts.comparison.compared import Asked, Line
from pages.charts.model import Drawing, Entry, Panel, Tick
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from queries.rows.catalogue import Publication

COLUMNS = (4, 5)  # of small charts, tried in this order: in six "Northamptonshire" would be broken
IN_SMALL = "What must be known of single figures is noted with the chart, at the link."


SMALLER = 0.6  # points of small charts, beside those of one chart
TOP = 0.12  # of a lane, over its bar


class Drawn(NamedTuple):
    """A chart of the page with its alternative text, its key and that of its lanes, its button's words, its claims."""

    drawing: Drawing
    said: str
    key: tuple[Entry, ...]
    lanes: tuple[Entry, ...]
    label: str
    claims: tuple[Claimed, ...] = ()


def whole(drawn: Sequence[tuple[Drawing, str]]) -> tuple[Drawing, str]:
    """Return one drawing for a picture: small charts in columns, or the one chart with names at the left of its lanes.

    Parameters
    ----------
    drawn
        As of `compare.pictures`: one at least.
    """
    first, said = drawn[0]
    if len(drawn) == 1:
        return replace(first, panels=tuple(map(_at_left, first.panels))), said
    panels = tuple(_headed(panel) for drawing, _ in drawn for panel in drawing.panels)
    return replace(first, panels=panels, columns=COLUMNS[0]), said.split(". ", 1)[1]


def _at_left(panel: Panel) -> Panel:
    """Write the names of lanes at their left: a picture is wide enough, and lower so."""
    if not panel.lanes:
        return panel
    names = tuple(Tick(at=floor(label.y) + 0.5, words=" ".join(label.lines)) for label in panel.labels)
    bars = tuple(replace(bar, high=floor(bar.high) + TOP) for bar in panel.bars)
    return replace(panel, lanes=len(names), up=replace(panel.up, ticks=names), bars=bars, labels=())


def _headed(panel: Panel) -> Panel:
    """Write the last figure of a small chart over it, for beside it is no room, and draw its points smaller."""
    last = " ".join(f"{end.figure} {end.more}".strip() for end in panel.ends)
    lines = tuple(replace(line, look=replace(line.look, size=line.look.size * SMALLER)) for line in panel.lines)
    marks = tuple(replace(mark, size=mark.size * SMALLER) for mark in panel.marks)
    return replace(panel, about=last, ends=(), lines=lines, marks=marks)


def picture(
    drawn: Drawn, lines: Sequence[Line], asked: Asked, *, title: str, notes: Sequence[str],
    sources: Sequence[Publication], register: bool, version: str, link: str,
) -> Picture:  # fmt: skip
    """Put words around a chart of the comparison.

    Parameters
    ----------
    drawn
        The chart.
    lines, asked
        What is compared, and how it is asked for.
    title, notes
        The headline, and what must be known, in the order of its weight.
    sources, register
        The publications behind it, and whether our register of interventions is.
    version, link
        Of the data, and the address of the view.
    """
    what = drawn.label.removeprefix("Picture").strip()
    measure = asked.about.id.replace("_", "-")
    several = len([line for line in lines if line.role == "chosen"]) > words.FEW
    whole = Picture(
        headline=title, subtitle=words.subtitle(asked), drawing=drawn.drawing, alternative=drawn.said,
        notes=(IN_SMALL,) if several and notes else tuple(filter(None, [claimed.noted(drawn.claims), *notes])),
        source=credited(sources, register=register), stamp=stamp(version=version, link=link),
        key=(*drawn.key, *drawn.lanes),
        name=("compare", asked.measure, what, measure, *_places(lines)),
        draft=any(line.role == "own" for line in lines),
    )  # fmt: skip
    if drawn.drawing.columns > 1:
        return _in_more_columns(whole)
    plot = replace(whole, drawing=replace(whole.drawing, panels=whole.drawing.panels[:1]), key=drawn.key)
    return replace(whole, simpler=(plot,)) if len(drawn.drawing.panels) > 1 else whole


def _in_more_columns(picture: Picture) -> Picture:
    """Set small charts in more columns where a size is too low, without notes on single figures, which are many."""
    plain = replace(picture, notes=(IN_SMALL,))
    more = (replace(plain, drawing=replace(plain.drawing, columns=number)) for number in COLUMNS[1:])
    return replace(plain, simpler=tuple(more))


def _places(lines: Sequence[Line]) -> list[str]:
    """Name the authorities where they are few enough for the name of a file."""
    names = [line.name for line in lines if line.role == "chosen"]
    return names if len(names) <= words.FEW else [f"{len(names)} authorities"]
