"""How the height of a picture is shared out: low rows take what their letters need, plots what is left."""

from dataclasses import dataclass

from pages.charts.model import Across, Drawing, Panel
from pages.charts.svg.ends import written
from pages.charts.svg.lettering import ARROWS, width, wrapped
from pages.charts.svg.sizes import Size

LANE = 1.62  # of the height of small letters, that a low row of bars takes
LEAST_ALONE = 0.27  # of the height of the picture, that the plot must have where there is one
MOST_LINES = 3  # of a title: "Bournemouth, Christchurch and Poole" over a small chart
LEAST_OF_MANY = 3.4  # of the height of letters, that a plot must have where there are several
BETWEEN = 0.55  # of the height of letters, between two panels
NARROWEST = 0.3  # of the width of a picture, that its axis across takes in any case
MARGIN = 1.15  # of the letters of axes, on all sides


@dataclass(frozen=True, kw_only=True)
class Heights:
    """The heights of the parts of a picture, in pixels."""

    titles: tuple[float, ...]
    panels: tuple[float, ...]
    axis: float
    least: bool


def titles(panel: Panel, drawing: Drawing, size: Size) -> list[tuple[str, str, bool]]:
    """Break the title of a panel into lines: each with what is written before it in the same line."""
    room = size.width - 2 * MARGIN * size.base
    letters = size.small if panel.lanes or len(drawing.panels) > 1 else size.base
    bold = (
        wrapped(panel.title.replace("\n", " ").lstrip(ARROWS), letters, room, bold=True)[:MOST_LINES]
        if panel.title
        else []
    )
    lines = [(line, "", True) for line in bold]
    if panel.about and bold and width(f"{bold[-1]}  {panel.about}", letters, bold=True) <= room:
        lines[-1] = (bold[-1], panel.about, True)
    elif panel.about:
        lines += [(line, "", False) for line in wrapped(panel.about, letters, room)[:2]]
    return lines


def needed(drawing: Drawing, size: Size) -> float:
    """Return the least height of all panels with their titles and the axis across."""
    above = sum(title_room(panel, drawing, size) for panel in drawing.panels)
    rows = sum(LANE * size.small * panel.lanes for panel in drawing.panels)
    least = sum(_least(panel, drawing, size) for panel in drawing.panels if not panel.lanes)
    return above + rows + least + axis_room(drawing, size) + BETWEEN * size.base * len(drawing.panels)


def _least(panel: Panel, drawing: Drawing, size: Size) -> float:
    """Return the least height of a plot: enough to be read, and for the labels at the ends of its lines."""
    alone = sum(not each.lanes for each in drawing.panels) == 1
    labels = sum(label.tall for label in written([end for end in panel.ends if not end.early], size, 0))
    return max(LEAST_ALONE * size.height if alone else LEAST_OF_MANY * size.base, labels)


def title_room(panel: Panel, drawing: Drawing, size: Size) -> float:
    """Return the room above a panel for its title, or for the words of its upright lines."""
    above = 1.4 * size.small if any(upright.words for upright in panel.uprights) and not panel.title else 0.0
    lines = titles(panel, drawing, size)
    return above + 1.3 * size.small * len(lines) + (under_title(panel, size) if lines else 0)


def under_title(panel: Panel, size: Size) -> float:
    """Return the room between a title and its panel: the label of the topmost tick reaches above a plot."""
    return 0.2 * size.small if panel.lanes else 0.62 * size.base


def axis_room(drawing: Drawing, size: Size) -> float:
    """Return the room that the axis across takes."""
    if not drawing.across.ticks:
        return 0.0
    lines = max([1, *(tick.words.count("\n") + 1 for tick in drawing.across.ticks)])
    titled = title_lines(drawing.across, NARROWEST * size.width, size)
    return (0.7 + 1.15 * lines + (0.1 + 1.2 * len(titled) if titled else 0)) * size.base


def title_lines(across: Across, room: float, size: Size) -> list[str]:
    """Break what an axis counts into lines, two at most."""
    parts = across.title.lstrip(ARROWS).split("\n") if across.title else []
    return [line for part in parts for line in wrapped(part, size.base, room)][:2]


def heights(drawing: Drawing, size: Size, room: float) -> Heights:
    """Share the height out: low rows take what their letters need, plots what is left."""
    above = tuple(title_room(panel, drawing, size) for panel in drawing.panels)
    axis = axis_room(drawing, size)
    fixed = sum(LANE * size.small * panel.lanes for panel in drawing.panels)
    least = [0.0 if panel.lanes else _least(panel, drawing, size) for panel in drawing.panels]
    between = BETWEEN * size.base * (len(drawing.panels) - 1)
    left = max(0.0, room - sum(above) - axis - fixed - between - sum(least))
    weight = sum(panel.tall for panel in drawing.panels if not panel.lanes) or 1.0
    panels = tuple(
        LANE * size.small * panel.lanes if panel.lanes else enough + left * panel.tall / weight
        for panel, enough in zip(drawing.panels, least, strict=True)
    )
    return Heights(titles=above, panels=panels, axis=axis, least=room >= needed(drawing, size))
