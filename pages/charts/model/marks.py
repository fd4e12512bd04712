"""What stands by itself in a panel: bars, signs, words, and upright lines."""

from dataclasses import dataclass

from pages.charts import theme
from pages.charts.model.lines import Lines, X
from pages.charts.model.looks import Fill


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A rectangle in the units of the axes: a phase of intervention, a grade in force, a count.

    Attributes
    ----------
    words
        What may be written in it, the longest first; each may have two lines, parted by a line feed.
    words_beside
        Whether the words may stand beside it where it is too short for them.
    over
        Whether the first of the words is written though it reaches beyond both sides of a narrow bar.
    untold
        What a note says where none of the words found room.
    said
        What is said of it under the pointer.
    sign
        What a picture writes in its middle where it is wide enough; the words then stand beside it.
    explained
        What a note of a picture says of its pattern or its sign, where the bar is wide enough for that to be seen.
    """

    left: X
    right: X
    low: float
    high: float
    fill: Fill
    words: tuple[str, ...] = ()
    words_beside: bool = False
    over: bool = False
    untold: str = ""
    said: Lines = ()
    sign: str = ""
    explained: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """A shape with straight sides in the units of the axes, of one part or several: an authority on a map.

    Attributes
    ----------
    rings
        The corners of each part, in order.
    said
        What is said of it under the pointer.
    """

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: Fill
    said: Lines = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A single sign: an event, a ring around an unusual value, a numbered date.

    Attributes
    ----------
    named
        What a picture writes beside it, where there is room: no pointer asks a picture what is said of a mark.
    """

    x: X
    y: float
    symbol: str
    size: float
    colour: str
    hollow: bool = False
    text: str = ""
    ink: str = theme.TEXT
    said: Lines = ()
    named: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """Words at a place in a panel.

    Attributes
    ----------
    across
        Which part of the words stands at `x`: left, middle or right.
    down
        Which part of the words stands at `y`: top, middle or bottom.
    shift
        Pixels to the right and upwards by which the words are moved on a page.
    size
        Height of the letters on a page, in pixels.
    optional
        Whether a picture may leave it out without a word where it finds no room.
    near
        Whether it belongs to a mark at its place: it then stands beside it, clear of other marks, and never elsewhere.
    """

    x: X
    y: float
    lines: Lines
    across: str = "left"
    down: str = "middle"
    shift: tuple[float, float] = (0, 0)
    size: float = 11
    bold: bool = False
    colour: str = theme.SECONDARY_TEXT
    behind: str = ""
    optional: bool = False
    near: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Upright:
    """A line from the top to the bottom of a panel: a break in the series, the date of an event.

    Attributes
    ----------
    words
        What it means.
    several
        What a picture says of lines of one meaning that stand too near one another for words of their own.
    """

    x: X
    dash: str = "dot"
    colour: str = theme.GUIDE
    width: float = 1
    words: str = ""
    several: str = ""
