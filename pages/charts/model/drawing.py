"""A chart whole: its panels, and what a page says around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pages.charts import theme
from pages.charts.model.lines import Band, End, Gap, Line, Lines
from pages.charts.model.looks import Entry
from pages.charts.model.marks import Area, Bar, Label, Mark, Upright
from pages.charts.model.scales import Across, Up


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One row of a chart, with an axis of its own.

    Attributes
    ----------
    title, about
        What is written above it: bold, then plain.
    tall
        Its height on a page in pixels; in a picture panels share the room in this proportion.
    lanes
        Of how many low rows of bars it is made, each as high in a picture as its letters; 0 for a plot.
    shade
        What is behind it.
    optional
        Whether a picture may leave it out where the others have too little room.
    """

    up: Up
    tall: float
    title: str = ""
    about: str = ""
    lanes: int = 0
    shade: str = theme.BACKGROUND
    optional: bool = False
    bands: tuple[Band, ...] = ()
    areas: tuple[Area, ...] = ()
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    uprights: tuple[Upright, ...] = ()
    gaps: tuple[Gap, ...] = ()
    ends: tuple[End, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """A chart: its panels one under the other, and what they share.

    Attributes
    ----------
    panels
        From the top down.
    across
        The axis that they share.
    left, right
        Room beside the panels on a page, in pixels, for what is written at their axes and at the ends of lines.
    under
        The number of the panel, from 0, at which the axis across stands; the last if None.
    columns
        In how many columns a picture sets the panels, where they are many and alike.
    above, between
        Room above a panel for its title, and between two panels, on a page, in pixels.
    credit
        What the plot of a page says under all else, line by line, to whoever cuts it out: place, measure with its unit,
        and source. A picture has them in its own words.
    """

    panels: tuple[Panel, ...]
    across: Across
    left: int = 46
    right: int = 12
    under: int | None = None
    columns: int = 1
    above: int = 28
    between: int = 16
    credit: Lines = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it that carries data."""
        return not any(panel.areas or panel.lines or panel.bars or panel.marks or panel.bands for panel in self.panels)


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """A chart with what a page says around it.

    Attributes
    ----------
    alternative
        What it shows, for those who do not see it.
    key
        What its signs stand for, as far as they are drawn.
    """

    drawing: Drawing
    alternative: str
    key: Sequence[Entry] = field(default=())
