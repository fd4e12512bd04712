"""A picture laid out in one size: words above, panels one under the other, and what must be known below."""

from dataclasses import replace

from pages.charts import theme
from pages.charts.model import Drawing, Panel
from pages.charts.svg.ends import Written, written
from pages.charts.svg.frame import Frame
from pages.charts.svg.heights import BETWEEN, LANE, MARGIN, Heights, heights, needed, titles, under_title
from pages.charts.svg.key import draw_key
from pages.charts.svg.lettering import width, wrapped
from pages.charts.svg.panel import draw_across, draw_panel, up_room
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Scene, Text, rectangle
from pages.charts.svg.sizes import Size

MOST_NOTES, FEWER_NOTES = 0.2, 0.07  # of the height, that notes may take
GROWTH = 1.05  # of the height of a picture that is still too low: notes take at most a fifth, so that it ends
MOST_LINES = 3  # of a headline in its own letters
DRAFT = "DRAFT, unpublished"
MORE_NOTES = "More notes stand with the chart, at the link."


def laid_out(picture: Picture, size: Size) -> Scene:
    """Lay a picture out.

    Parameters
    ----------
    picture
        What it says and shows.
    size
        The size. Where the panels do not fit its height with the fewest notes, the picture is taller.

    Returns
    -------
    Scene
        Texts and shapes; no text over another, none beyond the edge.
    """
    plain = _without_optional(picture)
    for shown, most in ((picture, MOST_NOTES), (picture, FEWER_NOTES), (plain, FEWER_NOTES), (plain, 0.0)):
        scene, fits = _drawn(shown, size, most)
        if fits:
            return scene
    return _taller(picture, size)


def _taller(picture: Picture, size: Size) -> Scene:
    """Draw in a taller size: what found no room in the panels makes the notes longer, so it grows until all fits."""
    tall = replace(size, height=round(size.height + _lacking(picture, size) + 1))
    scene, fits = _drawn(picture, tall, MOST_NOTES)
    while not fits:
        tall = replace(tall, height=round(tall.height * GROWTH))
        scene, fits = _drawn(picture, tall, MOST_NOTES)
    return scene


def _without_optional(picture: Picture) -> Picture:
    panels = tuple(panel for panel in picture.drawing.panels if not panel.optional)
    return replace(picture, drawing=replace(picture.drawing, panels=panels))


def _drawn(picture: Picture, size: Size, most: float) -> tuple[Scene, bool]:
    """Draw; what found no room in the panels is said in the notes of a second drawing."""
    scene, unsaid, fits = _once(picture, size, picture.notes, most)
    if unsaid:
        notes = (" ".join([*dict.fromkeys(unsaid), *picture.notes]),)
        scene, _, fits = _once(picture, size, notes, most)
    return scene, fits


def _once(picture: Picture, size: Size, notes: tuple[str, ...], most: float) -> tuple[Scene, list[str], bool]:
    scene = Scene(width=size.width, height=size.height)
    top = _heading(scene, picture, size)
    bottom = _footing(scene, picture, size, notes, most)
    rows = heights(picture.drawing, size, bottom - top)
    unsaid = _panels(scene, picture.drawing, rows, top, size)
    if picture.draft:
        _draft(scene, size)
    return scene, unsaid, rows.least


def _lacking(picture: Picture, size: Size) -> float:
    """Return by how many pixels the size is too low for the picture with all its notes."""
    scene = Scene(width=size.width, height=size.height)
    room = _footing(scene, picture, size, picture.notes, MOST_NOTES) - _heading(scene, picture, size)
    return max(0.0, needed(picture.drawing, size) - room) + LANE * size.small * len(picture.notes)


def _panels(scene: Scene, drawing: Drawing, rows: Heights, top: float, size: Size) -> list[str]:
    margin = MARGIN * size.base
    left = margin + max((up_room(panel, size) for panel in drawing.panels), default=0.0)
    made = [written(panel.ends, size, tall) for panel, tall in zip(drawing.panels, rows.panels, strict=True)]
    right = size.width - margin - _ends_room(made, size)
    under = len(drawing.panels) - 1 if drawing.under is None else min(drawing.under, len(drawing.panels) - 1)
    unsaid: list[str] = []
    if drawing.across.top:
        top += rows.axis
    first_top = top + (rows.titles[0] if rows.titles else 0)
    for number, panel in enumerate(drawing.panels):
        top += rows.titles[number]
        frame = Frame(
            left=left, top=top, right=right, bottom=top + rows.panels[number], across=drawing.across, up=panel.up
        )
        _title(scene, panel, drawing, frame, size)
        unsaid += draw_panel(scene, panel, frame, made[number], size)
        top = frame.bottom + BETWEEN * size.base
        if number == under and not drawing.across.top:
            draw_across(scene, frame, size)
            top += rows.axis
    if drawing.across.top and drawing.panels:
        whole = Frame(left=left, top=first_top, right=right, bottom=top, across=drawing.across, up=drawing.panels[0].up)
        draw_across(scene, whole, size)
    return unsaid


def _ends_room(made: list[list[Written]], size: Size) -> float:
    widest = max([0.0, *(label.width for labels in made for label in labels)])
    return widest + 1.6 * size.base if widest else 0.4 * size.base


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


def _heading(scene: Scene, picture: Picture, size: Size) -> float:
    """Write headline and subtitle; return where the panels may begin."""
    margin = MARGIN * size.base
    room = size.width - 2 * margin
    down = margin * 0.75
    beside = width(f"{DRAFT}  ", size.base, bold=True) + size.base if picture.draft else 0.0
    letters, lines = _headline(picture.headline, size, room - beside)
    for line in lines:
        scene.add(Text(x=margin, y=down + 0.8 * letters, text=line, size=letters, bold=True))
        down += 1.22 * letters
    down += 0.15 * size.base
    for line in wrapped(picture.subtitle, size.base, room):
        scene.add(Text(x=margin, y=down + 0.8 * size.base, text=line, size=size.base, colour=theme.SECONDARY_TEXT))
        down += 1.25 * size.base
    return draw_key(scene, picture.key, down + 0.3 * size.base, margin, room, size) + 0.45 * size.base


def _headline(words: str, size: Size, room: float) -> tuple[float, list[str]]:
    """Break a headline into lines, in smaller letters where it is long; never cut it, for half of it may be false."""
    for letters in (size.title, 0.85 * size.title, size.base):
        lines = wrapped(words, letters, room, bold=True)
        if len(lines) <= MOST_LINES:
            break
    return letters, lines


def _footing(scene: Scene, picture: Picture, size: Size, notes: tuple[str, ...], most: float) -> float:
    """Write notes, source, licence and link; return where the panels must end. Notes give way, the source never."""
    margin = MARGIN * size.base
    room = size.width - 2 * margin
    said = [line for note in notes for line in wrapped(note, size.small, room)]
    fitting = max(1, int(most * size.height / (1.25 * size.small)))
    if len(said) > fitting:
        said = [*said[: fitting - 1], MORE_NOTES]
    lines = [*said, *wrapped(picture.source, size.small, room), *wrapped(picture.stamp, size.small, room)]
    down = size.height - margin * 0.8 - 1.25 * size.small * (len(lines) - 1)
    top = down - size.small
    for line in lines:
        scene.add(Text(x=margin, y=down, text=line, size=size.small, colour=theme.SECONDARY_TEXT))
        down += 1.25 * size.small
    return top - 0.45 * size.base


def _draft(scene: Scene, size: Size) -> None:
    """Mark the picture as a draft, large, above the panels at the right."""
    mark = Text(x=size.width - size.base, y=1.5 * size.base, text=DRAFT, size=size.base, bold=True, anchor="end")
    left, top, right, bottom = mark.box
    pad = 0.25 * size.base
    box = (left - pad, top - pad, right + pad, bottom + pad)
    scene.add(rectangle(box, fill=theme.BACKGROUND, stroke=theme.TEXT, width=2 * size.unit), mark)
