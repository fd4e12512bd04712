"""A drawing as HTML that takes any width: words and bars as elements, all that is drawn in strokes as one image.

Nothing of it waits for a script, and the same figures stand under it in the read-out of the crosshair.
"""

from collections.abc import Sequence
from html import escape

from pages.charts.fluid.bars import bars
from pages.charts.fluid.image import BEYOND, image
from pages.charts.fluid.places import across, percent, places
from pages.charts.fluid.words import axis, words
from pages.charts.model import Across, Drawing, Panel, Upright
from pages.charts.stack import Place

DOTTED = {"dot": "dotted", "solid": "solid"}


def html(drawing: Drawing, *, alternative: str) -> str:
    """Write a chart.

    Parameters
    ----------
    drawing
        Panels with the axis across under the last of them; the titles of the panels are written beside it.
    alternative
        What it shows, for those who do not see it.

    Returns
    -------
    str
        To be laid into a frame that gives width and height; `pages/authority/page.css` says how it looks.
    """
    rows = list(zip(drawing.panels, places(drawing), strict=True))
    through = _through(drawing)
    beyond = f"--beyond:{percent(-BEYOND)};--whole:{percent(1 + 2 * BEYOND)}"
    return (
        f'<div class="plot" role="img" aria-label="{escape(alternative)}" style="{beyond}">'
        f'<div class="through">{_uprights(through, drawing.across)}</div>'
        f"{''.join(_row(place, _under(panel, drawing.across, through)) for panel, place in rows)}{image(drawing)}"
        f"{''.join(_row(place, words(panel, drawing)) for panel, place in rows)}{axis(drawing)}</div>"
    )


def _through(drawing: Drawing) -> list[Upright]:
    """Return the upright lines of all panels: they are drawn through what lies between them too."""
    first, *others = drawing.panels
    return [each for each in first.uprights if all(each in panel.uprights for panel in others)]


def _under(panel: Panel, axis: Across, through: Sequence[Upright]) -> str:
    return _uprights([each for each in panel.uprights if each not in through], axis) + bars(panel, axis)


def _row(place: Place, parts: str) -> str:
    return f'<div class="row" style="top:{percent(place.top)};height:{percent(place.bottom - place.top)}">{parts}</div>'


def _uprights(uprights: Sequence[Upright], axis: Across) -> str:
    """Draw lines from the top to the bottom of what they stand in."""
    return "".join(_upright(each, axis) for each in uprights)


def _upright(upright: Upright, axis: Across) -> str:
    where = percent(across(upright.x, axis))
    line = f"{upright.width:g}px {DOTTED.get(upright.dash, 'dashed')} {upright.colour}"
    return f'<i style="left:{where};border-left:{line}"></i>'
