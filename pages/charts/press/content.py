"""What a picture says and shows, before it is laid out in any size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.charts.comparison.compared import Asked, Line


@dataclass(frozen=True, kw_only=True)
class Span:
    """A bar of the rail under the plot.

    Attributes
    ----------
    began, ended
        As far as it is drawn.
    look
        sure (solid), unsure (hatched: only the year is known), open (pale, hatched: in force when last reported) or
        unknown (pale, hatched, with a question mark: its end is not known); or a grade of Ofsted.
    words
        What may stand in or beside the bar, the longest first; empty where another bar says it.
    said
        What a note says where none of the words found room.
    """

    began: date
    ended: date
    look: str
    words: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the rail: the intervention in one authority, or its grades."""

    title: str
    spans: tuple[Span, ...]
    grades: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart with all its words.

    Attributes
    ----------
    headline, subtitle
        What is said above the plot.
    lines
        As of `pages.charts.comparison.compare.compared_lines`, at most eight of authorities.
    context
        The other authorities: runs of points (date or years, value) that a line may join.
    asked
        How the comparison is asked for.
    cuts
        The dates of breaks in the series.
    rows
        Of the rail under the plot.
    notes, source, stamp
        What is said under it: notes each by itself, the publications, then licence, data version and link.
    draft
        Whether figures that are not published are among the lines.
    """

    headline: str
    subtitle: str
    lines: tuple[Line, ...]
    context: tuple[tuple[tuple[Any, float], ...], ...]
    asked: Asked
    cuts: tuple[date, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    source: str
    stamp: str
    draft: bool = False

    @property
    def drawn(self) -> Sequence[Line]:
        """The lines that have something to draw."""
        return [line for line in self.lines if line.drawn]
