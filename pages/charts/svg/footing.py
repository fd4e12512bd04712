"""What stands under the panels of a picture: notes, source, licence and link."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.svg.heights import MARGIN
from pages.charts.svg.lettering import wrapped
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Scene, Text
from pages.charts.svg.sizes import Size

PITCH = 1.25  # of the height of the letters, from line to line
MORE_NOTES = "More notes stand with the chart, at the link."


def fitting(notes: Sequence[str], room: float, most: float, size: Size) -> tuple[str, ...]:
    """Return the notes that find room, each whole; where some do not, a last one says that there are more.

    Parameters
    ----------
    notes
        In the order of their weight.
    room
        The width.
    most
        Of the height of the picture, that they may take; one line in any case.
    """
    lines = max(1, int(most * size.height / (PITCH * size.small)))
    if _lines(notes, room, size) <= lines:
        return tuple(notes)
    kept: list[str] = []
    for note in notes:
        if _lines([*kept, note, MORE_NOTES], room, size) <= lines:
            kept.append(note)
    return (*kept, MORE_NOTES)


def _lines(notes: Sequence[str], room: float, size: Size) -> int:
    return len(wrapped(" ".join(notes), size.small, room))


def draw_footing(scene: Scene, picture: Picture, notes: Sequence[str], size: Size) -> float:
    """Write notes one after another, source, licence and link; return where the panels must end."""
    margin = MARGIN * size.base
    room = size.width - 2 * margin
    lines = [line for said in (" ".join(notes), picture.source, picture.stamp)
             for line in wrapped(said, size.small, room)]  # fmt: skip
    down = size.height - margin * 0.8 - PITCH * size.small * (len(lines) - 1)
    top = down - size.small
    for line in lines:
        scene.add(Text(x=margin, y=down, text=line, size=size.small, colour=theme.SECONDARY_TEXT))
        down += PITCH * size.small
    return top - 0.45 * size.base
