"""The one stack of panels: where each stands under the others, whoever draws them in a frame of any size."""

from collections.abc import Callable
from dataclasses import dataclass

from pages.charts.model import Drawing, Panel

TitleRoom = Callable[[Panel, Drawing], float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a panel stands in a figure, as shares of the height between the margins, from the top.

    Attributes
    ----------
    title, top, bottom
        Where its title begins, where the panel begins and ends.
    """

    title: float
    top: float
    bottom: float


def stacked(drawing: Drawing, title_room: TitleRoom) -> list[Place]:
    """Return where each panel stands.

    Parameters
    ----------
    title_room
        The pixels that a renderer needs above a panel.
    """
    whole = stack_height(drawing, title_room)
    found = []
    used = 0.0
    for panel in drawing.panels:
        top = used + title_room(panel, drawing)
        found.append(Place(title=used / whole, top=top / whole, bottom=(top + panel.tall) / whole))
        used = top + panel.tall + drawing.between
    return found


def stack_height(drawing: Drawing, title_room: TitleRoom) -> float:
    """Return the height of all panels with room for their titles, in pixels, between the margins."""
    return sum(title_room(panel, drawing) + panel.tall + drawing.between for panel in drawing.panels)
