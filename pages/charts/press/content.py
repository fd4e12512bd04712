"""What a picture says and shows, before it is laid out in any size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.charts import spans
from pages.charts.comparison.compared import Asked, Line


@dataclass(frozen=True, kw_only=True)
class Span(spans.Span):
    """A bar of the rail under the plot.

    Attributes
    ----------
    words
        What may stand in or beside the bar, the longest first; empty where another bar says it.
    said
        What a note says where none of the words found room.
    """

    words: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the rail: the intervention in one authority, or its grades."""

    title: str
    spans: tuple[Span, ...]
    grades: bool = False


@dataclass(frozen=True, kw_only=True)
class Credits:
    """Whose figures and dates a picture shows, and where it is found.

    Attributes
    ----------
    publications
        Of the figures drawn.
    judgements
        How Ofsted's judgements are credited.
    judged, registered
        Whether groups or years rest on the judgements, or on the register of interventions, whatever is drawn below.
    version, link
        How new the figures are, in words; and the address of the view.
    edited
        Whether the headline is the visitor's own.
    """

    publications: tuple[str, ...]
    judgements: str
    judged: bool
    registered: bool
    version: str
    link: str
    edited: bool


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart with all its words, but for those that depend on what finds room in a size.

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
        Of the rail under the plot, as far as there is room.
    notes
        What must be known of the lines, each by itself.
    credits
        Publications, licence, data version and link.
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
    credits: Credits
    draft: bool = False

    @property
    def drawn(self) -> Sequence[Line]:
        """The lines that have something to draw."""
        return [line for line in self.lines if line.drawn]

    @property
    def empty(self) -> bool:
        """Whether nothing of what was chosen can be drawn: there is then no picture to take away."""
        return bool(self.asked.refused) or not any(line.role in ("chosen", "own") for line in self.drawn)
