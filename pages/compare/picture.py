"""The comparison as a picture to take away: its charts with headline, place, unit, notes and sources."""

from collections.abc import Sequence
from dataclasses import replace

from pages.charts.comparison import words
from pages.charts.comparison.compared import Asked, Line
from pages.charts.model import Drawing, Entry
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from queries.rows.catalogue import Publication


def whole(drawn: Sequence[tuple[Drawing, str]]) -> tuple[Drawing, str]:
    """Set the columns of small charts side by side in one drawing; one chart stays as it is.

    Parameters
    ----------
    drawn
        As of `compare.pictures`: one at least.
    """
    first, said = drawn[0]
    if len(drawn) == 1:
        return first, said
    panels = tuple(panel for drawing, _ in drawn for panel in drawing.panels)
    return replace(first, panels=panels, columns=len(drawn)), said.split(". ", 1)[1]


def picture(
    drawing: Drawing, said: str, lines: Sequence[Line], asked: Asked, *, title: str, view: str, key: Sequence[Entry],
    notes: Sequence[str], sources: Sequence[Publication], register: bool, version: str, link: str,
) -> Picture:  # fmt: skip
    """Put words around a chart of the comparison.

    Parameters
    ----------
    drawing, said
        The chart, and its alternative text.
    lines, asked
        What is compared, and how it is asked for.
    title, view
        The headline, and what kind of chart it is.
    key, notes
        What its signs stand for, and what must be known, in the order of its weight.
    sources, register
        The publications behind it, and whether our register of interventions is.
    version, link
        Of the data, and the address of the view.
    """
    return Picture(
        headline=title, subtitle=words.subtitle(asked), drawing=drawing, alternative=said, notes=tuple(notes),
        source=credited(sources, register=register), stamp=stamp(version=version, link=link), key=tuple(key),
        name=("compare", view, asked.about["indicator_id"].replace("_", "-"), *_places(lines)),
        draft=any(line.role == "own" for line in lines),
    )  # fmt: skip


def _places(lines: Sequence[Line]) -> list[str]:
    """Name the authorities where they are few enough for the name of a file."""
    names = [line.name for line in lines if line.role == "chosen"]
    return names if len(names) <= words.FEW else [f"{len(names)} authorities"]
