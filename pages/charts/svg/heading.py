"""What stands above the panels of a picture: headline, subtitle, key, and the mark of a draft."""

from pages.charts import theme
from pages.charts.svg.heights import MARGIN
from pages.charts.svg.key import draw_key
from pages.charts.svg.lettering import width, wrapped
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Scene, Text, rectangle
from pages.charts.svg.sizes import Size

MOST_LINES = 3  # of a headline in its own letters
DRAFT = "DRAFT, unpublished"


def draw_heading(scene: Scene, picture: Picture, size: Size) -> float:
    """Write headline, subtitle and key; return where the panels may begin."""
    margin = MARGIN * size.base
    room = size.width - 2 * margin
    down = margin * 0.75
    beside = width(f"{DRAFT}  ", size.base, bold=True) + size.base if picture.draft else 0.0
    letters, lines = headline(picture.headline, size, room - beside)
    for line in lines:
        scene.add(Text(x=margin, y=down + 0.8 * letters, text=line, size=letters, bold=True))
        down += 1.22 * letters
    down += 0.15 * size.base
    for line in wrapped(picture.subtitle, size.base, room):
        scene.add(Text(x=margin, y=down + 0.8 * size.base, text=line, size=size.base, colour=theme.SECONDARY_TEXT))
        down += 1.25 * size.base
    return draw_key(scene, picture.key, down + 0.3 * size.base, margin, room, size) + 0.45 * size.base


def headline(words: str, size: Size, room: float) -> tuple[float, list[str]]:
    """Break a headline into lines, in smaller letters where it is long; never cut it, for half of it may be false."""
    for letters in (size.title, 0.85 * size.title, size.base):
        lines = wrapped(words, letters, room, bold=True)
        if len(lines) <= MOST_LINES:
            break
    return letters, lines


def draw_draft(scene: Scene, size: Size) -> None:
    """Mark the picture as a draft, large, above the panels at the right."""
    mark = Text(x=size.width - size.base, y=1.5 * size.base, text=DRAFT, size=size.base, bold=True, anchor="end")
    left, top, right, bottom = mark.box
    pad = 0.25 * size.base
    box = (left - pad, top - pad, right + pad, bottom + pad)
    scene.add(rectangle(box, fill=theme.BACKGROUND, stroke=theme.TEXT, width=2 * size.unit), mark)
