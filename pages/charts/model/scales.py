"""The axes: the one that all panels share, and the one of each panel."""

from dataclasses import dataclass

from pages.charts.model.lines import X


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A labelled place of an axis."""

    at: X
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Across:
    """The axis that all panels share.

    Attributes
    ----------
    first, last
        Its ends.
    ticks
        What is written at it, in order; where there is no room for all, a renderer leaves out some.
    minor
        Further places with a mark and no words.
    title
        What it counts, where that is not plain; in two lines at most, parted by a line feed.
    top
        Whether it stands above the panels.
    grid
        Whether each tick carries a line through the panels.
    """

    first: X
    last: X
    ticks: tuple[Tick, ...]
    minor: tuple[X, ...] = ()
    title: str = ""
    top: bool = False
    grid: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Up:
    """The axis of one panel: `low` at its foot, `high` at its top, which is the smaller where it runs downwards.

    Attributes
    ----------
    ticks
        What is written at it; a panel of bars in a row has none.
    grid
        Whether each tick carries a line across.
    zero
        Whether 0 is drawn as a stronger line.
    level
        Whether a unit is as long upwards as across, as on a map: what room is left stays empty on both sides.
    """

    low: float
    high: float
    ticks: tuple[Tick, ...] = ()
    grid: bool = True
    zero: bool = True
    level: bool = False
