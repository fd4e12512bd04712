"""What stands above and below the plot of a picture: headline and subtitle, notes, source, licence and link."""

from pages.charts import theme
from pages.charts.press import words
from pages.charts.press.content import Picture
from pages.charts.press.scene import Scene
from pages.charts.svg.lettering import cut, width, wrapped
from pages.charts.svg.scene import Text, rectangle
from pages.charts.svg.sizes import Size

DRAFT = "DRAFT, unpublished"
MOST_TITLE_LINES = 5  # the longest headline that the rules can write, on the narrowest picture


def heading(scene: Scene, picture: Picture, size: Size, margin: float) -> float:
    """Write headline and subtitle; return where the plot may begin."""
    room = size.width - 2 * margin
    down = margin * 0.75
    beside = width(f"{DRAFT}  ", size.base, bold=True) + size.base if picture.draft else 0.0
    for line in wrapped(picture.headline, size.title, room - beside, bold=True)[:MOST_TITLE_LINES]:
        scene.add(
            Text(
                x=margin,
                y=down + 0.8 * size.title,
                text=cut(line, size.title, room, bold=True),
                size=size.title,
                bold=True,
            )
        )
        down += 1.22 * size.title
    down += 0.15 * size.base
    for line in wrapped(picture.subtitle, size.base, room)[:3]:
        scene.add(Text(x=margin, y=down + 0.8 * size.base, text=line, size=size.base, colour=theme.SECONDARY_TEXT))
        down += 1.25 * size.base
    return down + 0.75 * size.base


def footing(scene: Scene, picture: Picture, size: Size, margin: float, notes: tuple[str, ...], most: float) -> float:
    """Write notes, source, licence and link; return where the rail must end. Notes give way, the source never."""
    room = size.width - 2 * margin
    source = words.source(picture.credits, grades=scene.grades, bars=scene.bars)
    stamp = words.stamp(picture.credits, bars=scene.bars)
    said = [line for note in notes for line in wrapped(note, size.small, room)]
    fitting = max(1, int(most * size.height / (1.25 * size.small)))
    if len(said) > fitting:
        said = [*said[: fitting - 1], "More notes stand with the chart on its page."]
    lines = [*said, *wrapped(source, size.small, room), *wrapped(stamp, size.small, room)]
    down = size.height - margin * 0.8 - 1.25 * size.small * (len(lines) - 1)
    top = down - size.small * 1.1
    for line in lines:
        scene.add(
            Text(x=margin, y=down, text=cut(line, size.small, room), size=size.small, colour=theme.SECONDARY_TEXT)
        )
        down += 1.25 * size.small
    return top - 0.45 * size.base


def draft(scene: Scene, size: Size) -> None:
    """Mark the picture as a draft, large, above the plot at the right."""
    mark = Text(x=size.width - size.base, y=1.5 * size.base, text=DRAFT, size=size.base, bold=True, anchor="end")
    left, top, right, bottom = mark.box
    pad = 0.25 * size.base
    scene.add(
        rectangle(
            (left - pad, top - pad, right + pad, bottom + pad),
            fill=theme.BACKGROUND,
            stroke=theme.TEXT,
            width=2 * size.unit,
        )
    )
    scene.add(mark)
