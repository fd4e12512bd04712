"""How things are drawn: the look of a line, the fill of an area, and what a sign of a key stands for."""

from dataclasses import dataclass

from pages.charts import theme


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a line is drawn: colour is never the only cue, dash and mark tell lines apart too.

    Attributes
    ----------
    colour
        Of line and mark.
    dash
        solid, dot, dash, dashdot, longdash or longdashdot.
    symbol
        Of the mark at each point, as `theme.SIGNS` names them; empty for none.
    width
        Of the line, in pixels.
    size
        Of the mark, in pixels.
    """

    colour: str
    dash: str = "solid"
    symbol: str = ""
    width: float = 2.0
    size: float = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Fill:
    """How an area is filled: a pattern tells apart what colour alone would not.

    Attributes
    ----------
    colour, edge
        Of the area and of its outline; no outline if empty.
    ink
        Of what is written on it.
    hatch
        "/" slanting strokes, "." dots, "x" crossed strokes, or nothing.
    lines
        The colour of the hatching.
    """

    colour: str
    edge: str = ""
    ink: str = theme.TEXT
    hatch: str = ""
    lines: str = theme.GUIDE


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One sign of a key, a line or a fill or letters or a fill with letters, and what it stands for.

    Attributes
    ----------
    colour
        Of a sign that is no line and no fill, as in the chart.
    """

    words: str
    look: Look | None = None
    fill: Fill | None = None
    sign: str = ""
    colour: str = theme.TEXT
