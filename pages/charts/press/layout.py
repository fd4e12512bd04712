"""A picture laid out in one size: words above, lines with their labels, the rail, and what must be known below."""

from dataclasses import dataclass, replace

from pages.charts.press import rail, words
from pages.charts.press.around import draft, footing, heading
from pages.charts.press.axes import Plot, day, heights, marks, reach
from pages.charts.press.content import Picture, Row
from pages.charts.press.ends import at_the_edge, draw_beside, draw_in_plot, labels
from pages.charts.press.gaps import draw_gaps
from pages.charts.press.grid import draw_axes, draw_breaks
from pages.charts.press.lines import draw_context, draw_lines
from pages.charts.press.scene import Scene
from pages.charts.svg.lettering import width
from pages.charts.svg.sizes import Size

MARGIN = 1.15  # of the letters of axes, on all sides
MOST_NOTES, FEWER_NOTES = 0.2, 0.07  # of the height, that notes may take
LEAST_PLOT = 0.27  # of the height, that the plot must have


def laid_out(picture: Picture, size: Size) -> Scene:
    """Lay a picture out.

    Parameters
    ----------
    picture
        What it says and shows.
    size
        The size.

    Returns
    -------
    Scene
        Texts and shapes; no text over another, none beyond the edge.
    """
    rows: tuple[Row, ...] = ()
    if picture.asked.measure != "since" and picture.lines:
        first, last = reach(picture)
        rows = rail.shown_rows(picture.rows, day(first), day(last))
    return _drawn(picture, size, rows)


@dataclass(frozen=True, kw_only=True)
class _Made:
    """A drawing, and what is learnt by making it.

    Attributes
    ----------
    scene
        The drawing.
    unsaid
        What found no room in the plot or the rail.
    looks
        Of the bars that can be seen.
    tall
        Of the plot, in pixels.
    """

    scene: Scene
    unsaid: tuple[str, ...]
    looks: frozenset[str]
    tall: float


def _drawn(picture: Picture, size: Size, rows: tuple[Row, ...]) -> Scene:
    """Draw until the plot is tall enough: first with all notes and rows, then with fewer."""
    without = tuple(row for row in rows if not row.grades)
    for shown, most in ((rows, MOST_NOTES), (rows, FEWER_NOTES), (without, FEWER_NOTES), ((), 0.0)):
        made = _settled(picture, size, shown, most)
        unnamed = made.unsaid and most < MOST_NOTES and shown != without  # a grade must be said in words
        if made.tall >= LEAST_PLOT * size.height and not unnamed:
            break
    return made.scene


def _settled(picture: Picture, size: Size, rows: tuple[Row, ...], most: float) -> _Made:
    """Draw with notes of what a first drawing could not say and of the bars that it has, and of no others."""
    unsaid: tuple[str, ...] = ()
    looks = frozenset(span.look for row in rows if not row.grades for span in row.spans)
    for _ in range(3):  # notes take height, never width: the second drawing is nearly always the last
        said = " ".join([*unsaid, *picture.notes, *words.marks(looks)])
        made = _once(picture, size, rows, (said,) if said else (), most)
        if (made.unsaid, made.looks) == (unsaid, looks):
            break
        unsaid, looks = made.unsaid, made.looks
    return made


def _once(picture: Picture, size: Size, rows: tuple[Row, ...], notes: tuple[str, ...], most: float) -> _Made:
    scene = Scene(
        width=size.width, height=size.height, bars=any(not row.grades for row in rows),
        grades=any(row.grades for row in rows),
    )  # fmt: skip
    margin = MARGIN * size.base
    top = heading(scene, picture, size, margin)
    bottom = footing(scene, picture, size, margin, notes, most)
    under = 1.85 * size.base + (1.3 * size.base if picture.asked.measure == "since" else 0)
    rail_room = rail.height(rows, size) + (0.35 * size.small if rows else 0)
    plot = _plot(picture, size, margin, top + (1.4 * size.small if picture.cuts else 0), bottom - rail_room - under)
    plot = _lined(scene, picture, plot, size, margin)
    unsaid, looks = rail.draw_rail(scene, rows, plot, plot.bottom + under, size)
    unsaid += draw_gaps(scene, picture, plot, size)
    if picture.draft:
        draft(scene, size)
    return _Made(scene=scene, unsaid=tuple(unsaid), looks=looks, tall=plot.bottom - plot.top)


def _lined(scene: Scene, picture: Picture, plot: Plot, size: Size, margin: float) -> Plot:
    """Draw the plot, its lines and their labels; return it as wide as those beside it leave it.

    A label that finds no room in the plot goes beside it.
    """
    beside = [line for line in picture.drawn if at_the_edge(line, picture)]
    while True:  # each time at least one label goes beside the plot
        made = labels(picture, size, plot.bottom - plot.top, beside)
        room = max([0.0, *(label.width for label in made)]) + 2.1 * size.base
        tried = replace(plot, right=size.width - margin - (room if made else 0))
        drawing = Scene(width=scene.width, height=scene.height, texts=list(scene.texts))
        draw_axes(drawing, picture, tried, size)
        draw_context(drawing, picture, tried, size)
        draw_breaks(drawing, picture, tried, size)
        draw_lines(drawing, picture, tried, size)
        within = [line for line in picture.drawn if line not in beside]
        lost = draw_in_plot(drawing, labels(picture, size, tried.bottom - tried.top, within), picture, tried, size)
        if not lost:
            break
        beside = [*beside, *(label.line for label in lost)]
    draw_beside(drawing, made, picture, tried, size)
    scene.shapes += drawing.shapes
    scene.texts[:] = drawing.texts
    return tried


def _plot(picture: Picture, size: Size, margin: float, top: float, bottom: float) -> Plot:
    low, high = heights(picture)
    first, last = reach(picture)
    wide = max(width(label, size.base) for _, label in marks(picture, low, high))
    left = margin + wide + 0.35 * size.base
    return Plot(
        left=left, top=top, right=size.width - margin, bottom=bottom, first=first, last=last, low=low, high=high
    )
