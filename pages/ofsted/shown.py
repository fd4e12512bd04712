"""What a view of the Ofsted page shows, before it is shown: its drawing, its words and its tables side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.charts.model import Drawing, Entry

Cells = Mapping[str, str]  # a row of a table in words, by the name of its column


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A table.

    Attributes
    ----------
    rows, caption
        What is in it, and what it is.
    fold
        What opens it, where it stands folded.
    """

    rows: Sequence[Cells]
    caption: str
    fold: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart with what it needs to stand alone as a picture.

    Attributes
    ----------
    headline, about
        What a picture says above it: what is so, where and when; then what is drawn and in which unit.
    alternative
        What it shows, for those who do not see it.
    name
        The parts of its file name.
    notes
        What a picture must say under it.
    pictured
        What a picture draws, where that is less than the page does.
    wall
        What a picture draws of rows for which it is too low even in columns, and its key.
    """

    drawing: Drawing
    key: Sequence[Entry]
    headline: str
    about: str
    alternative: str
    name: tuple[str, ...]
    notes: tuple[str, ...] = ()
    pictured: Drawing | None = None
    wall: tuple[Drawing, Sequence[Entry]] | None = None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A view: its title, its chart if there is anything to draw, its sentences and notes, and its tables."""

    title: str
    subtitle: str
    chart: Chart | None
    said: Sequence[str]
    notes: Sequence[str]
    tables: Sequence[Listed]
