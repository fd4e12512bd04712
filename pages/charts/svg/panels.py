"""The panels of a picture, one under the other, each with its title, on the axis that they share."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Drawing, End, Panel
from pages.charts.svg.across import draw_across
from pages.charts.svg.ends import AWAY, Written, written
from pages.charts.svg.frame import Frame
from pages.charts.svg.heights import BETWEEN, MARGIN, Heights, titles, under_title
from pages.charts.svg.lettering import width
from pages.charts.svg.panel import Unplaced, draw_panel, up_room
from pages.charts.svg.scene import Scene, Text
from pages.charts.svg.sizes import Size


def draw_panels(
    scene: Scene, drawing: Drawing, rows: Heights, top: float, size: Size, outside: frozenset[End], *, right: float = 0
) -> Unplaced:
    """Draw the panels.

    Parameters
    ----------
    rows
        The heights of their parts.
    top
        Where they begin.
    outside
        The labels of lines that found no room in the plot, though they end before the axis does.
    right
        Room for labels at the right that another column needs.

    Returns
    -------
    Unplaced
        What found no room in them.
    """
    made = labels(drawing, rows, size, outside)
    frames = _frames(drawing, rows, top, max(right, ends_room(made, size)), size)
    found = Unplaced()
    if frames and drawing.across.top:  # before what is written in the panels: words over its figures could not be read
        draw_across(scene, frames[0], size)
    for n, (panel, frame, own) in enumerate(zip(drawing.panels, frames, made, strict=True)):
        _title(scene, panel, drawing, frame, size)
        if n == under(drawing) and not drawing.across.top:
            draw_across(scene, frame, size)
        within = [end for end in panel.ends if end.early and end not in outside]
        found = found.and_also(draw_panel(scene, panel, frame, own, within, size))
    return found


def labels(drawing: Drawing, rows: Heights, size: Size, outside: frozenset[End]) -> list[list[Written]]:
    """Lay out the labels that stand beside each panel."""
    return [
        written([end for end in panel.ends if not end.early or end in outside], size, tall)
        for panel, tall in zip(drawing.panels, rows.panels, strict=True)
    ]


def _frames(drawing: Drawing, rows: Heights, top: float, room: float, size: Size) -> list[Frame]:
    """Return where each panel stands; the axis across takes its room above all, or under its own panel."""
    margin = MARGIN * size.base
    left = margin + max((up_room(panel, size) for panel in drawing.panels), default=0.0)
    right = size.width - margin - room
    after = [rows.axis if n == under(drawing) and not drawing.across.top else 0.0 for n in range(len(drawing.panels))]
    frames = []
    top += rows.axis if drawing.across.top else 0.0
    for panel, title, tall, axis in zip(drawing.panels, rows.titles, rows.panels, after, strict=True):
        frame = Frame(left=left, top=top + title, right=right, bottom=top + title + tall, across=drawing.across,
                      up=panel.up)  # fmt: skip
        frames.append(frame)
        top = frame.bottom + BETWEEN * size.base + axis
    return frames


def under(drawing: Drawing) -> int:
    """Return the number of the panel under which the axis across stands."""
    last = len(drawing.panels) - 1
    return last if drawing.under is None else min(drawing.under, last)


def ends_room(made: Sequence[Sequence[Written]], size: Size) -> float:
    """Return the room at the right of the panels that their labels need, in pixels."""
    widest = max([0.0, *(label.width for labels in made for label in labels)])
    return widest + AWAY * size.base if widest else 0.4 * size.base


def _title(scene: Scene, panel: Panel, drawing: Drawing, frame: Frame, size: Size) -> None:
    lines = titles(panel, drawing, size)
    letters = size.small if panel.lanes or len(drawing.panels) > 1 else size.base
    down = frame.top - under_title(panel, size) - 0.25 * size.small - 1.3 * size.small * (len(lines) - 1)
    for text, about, bold in lines:
        left = MARGIN * size.base
        scene.add(Text(x=left, y=down, text=text, size=letters, bold=bold))
        if about:
            across = left + width(f"{text}  ", letters, bold=True)
            scene.add(Text(x=across, y=down, text=about, size=letters, colour=theme.SECONDARY_TEXT))
        down += 1.3 * size.small
