"""A drawing as a Plotly figure, for the page."""

from datetime import date
from math import ceil

from plotly.basedatatypes import BaseFigure

from pages.charts import theme
from pages.charts.model import Across, Drawing, Panel
from pages.charts.plotly import words
from pages.charts.plotly.parts import Trace, at
from pages.charts.plotly.traces import traces_of
from pages.charts.plotly.words import LETTER, NARROWEST, PITCH, title_lines, upright_line, words_of
from pages.charts.stack import stack_height, stacked

ABOVE, BELOW = 6, 30  # pixels around the panels; below, the words of the axis across
AXIS_TITLE = 18  # pixels of a line of what an axis counts


class Figure(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A figure written in Plotly's words.

    Plotly checks every word of a figure that it is given, for each visitor anew: half of the time that a chart takes.
    Here it is left as it was written; the tests let Plotly check it.

    Parameters
    ----------
    written
        Its data and layout.
    """

    def __init__(self, written: Trace) -> None:
        self._written = written

    def to_dict(self) -> Trace:
        """Return its data and layout."""
        return self._written


def figure(drawing: Drawing) -> Figure:
    """Draw.

    Parameters
    ----------
    drawing
        What is drawn.

    Returns
    -------
    Figure
        Of the height of its panels, and any width from 320 pixels.
    """
    inner = stack_height(drawing, _title_room)
    layout = _layout(drawing, inner)
    traces: list[Trace] = []
    annotations: list[Trace] = []
    shapes: list[Trace] = []
    for number, (panel, place) in enumerate(zip(drawing.panels, stacked(drawing, _title_room), strict=True), 1):
        axis = "y" if number == 1 else f"y{number}"
        layout[f"yaxis{axis[1:]}"] = _up(panel) | {"domain": [max(1 - place.bottom, 0), 1 - place.top]}
        traces += traces_of(panel, axis)
        annotations += words_of(panel, drawing, axis, 1 - place.top)
        shapes += [upright_line(each, axis) for each in panel.uprights]
    return Figure({"data": traces, "layout": layout | {"annotations": annotations, "shapes": shapes}})


def _title_room(panel: Panel, drawing: Drawing) -> float:
    if not panel.title:
        return 0
    return drawing.above + PITCH * (len(title_lines(panel)) - 1)


def _lines_below(across: Across) -> float:
    """Return the room for all lines but the first of the words of an axis: without it a year under a month is cut."""
    return PITCH * max((tick.words.count("\n") for tick in across.ticks), default=0)


def _title_below(across: Across) -> float:
    return AXIS_TITLE * (across.title.count("\n") + 1) if across.title else 0


def _layout(drawing: Drawing, inner: float) -> dict[str, object]:
    above = ABOVE + (BELOW + words.over_ticks(drawing) if drawing.across.top else 0)
    below = (4 if drawing.across.top else BELOW + _lines_below(drawing.across)) + _title_below(drawing.across)
    below += words.CREDIT_PITCH * len(drawing.credit)
    return {
        # whole, as a browser gives it: a chart that finds another height than it was drawn in is drawn a second time
        "height": round(inner + above + below),
        "margin": {"l": words.left(drawing), "r": words.right(drawing), "t": above, "b": below},
        "barmode": "overlay",
        "uniformtext": {"minsize": 10, "mode": "hide"},
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": drawing.panels[0].shade if drawing.panels else theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "dragmode": False,
        "showlegend": False,
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
        **({"title": words.credit(drawing)} if drawing.credit else {}),
        "xaxis": _across(drawing, NARROWEST - words.left(drawing) - words.right(drawing)),
    }


def _across(drawing: Drawing, narrowest: float) -> dict[str, object]:
    """Return the axis across: as many of its ticks named as fit the narrowest screen, the last always."""
    across = drawing.across
    widest = max([1, *(len(line) for tick in across.ticks for line in tick.words.split("\n"))]) * LETTER + 3
    step = max(1, ceil(len(across.ticks) * widest / max(narrowest, 1)))
    named = across.ticks[::-1][::step][::-1]
    return {
        "visible": bool(across.ticks),
        "type": "date" if isinstance(across.first, date) else "linear",
        "range": [at(across.first), at(across.last)],
        "fixedrange": True,
        "anchor": "free",
        "side": "top" if across.top else "bottom",
        "position": 1 if across.top else 0,
        "showgrid": across.grid,
        "gridcolor": theme.GRID,
        "zeroline": False,
        "ticks": "outside",
        "tickcolor": theme.AXIS,
        "linecolor": theme.AXIS,
        "tickvals": [at(tick.at) for tick in named],
        "ticktext": [tick.words.replace("\n", "<br>") for tick in named],
        "minor": {
            "tickvals": [at(tick.at) for tick in across.ticks] + [at(x) for x in across.minor],
            "ticks": "outside",
            "ticklen": 3,
        },
        "tickangle": 0,
        "tickfont": theme.axis_text(),
        "title": {"text": across.title.replace("\n", "<br>"), "standoff": 6, "font": theme.axis_text()},
    }


def _up(panel: Panel) -> dict[str, object]:
    up = panel.up
    return {
        "visible": bool(up.ticks),
        "range": [up.low, up.high],
        **({"scaleanchor": "x", "constrain": "domain"} if up.level else {}),
        "fixedrange": True,
        "tickvals": [tick.at for tick in up.ticks],
        "ticktext": [words.tick_words(tick, panel) for tick in up.ticks],
        "ticklabeloverflow": "allow",  # each has room: to measure them took up to half of the drawing's time
        "showgrid": up.grid,
        "gridcolor": theme.GRID,
        "zeroline": up.zero,
        "zerolinecolor": theme.AXIS,
        "zerolinewidth": 1,
        "tickfont": theme.axis_text(11 if panel.lanes else 12),
    }
