"""A picture laid out in one size: words above, lines with their labels, the rail, and what must be known below."""

from pages.charts import theme
from pages.charts.press import rail
from pages.charts.press.axes import Plot, day, heights, marks, number, reach, years
from pages.charts.press.content import Picture, Row
from pages.charts.press.ends import draw_ends, labels
from pages.charts.press.gaps import draw_gaps
from pages.charts.press.lettering import cut, width, wrapped
from pages.charts.press.lines import draw_context, draw_lines
from pages.charts.press.scene import Path, Scene, Text, rectangle
from pages.charts.press.sizes import Size

MARGIN = 1.15  # of the letters of axes, on all sides
MOST_NOTES, FEWER_NOTES = 0.2, 0.07  # of the height, that notes may take
DRAFT = "DRAFT, unpublished"
LEAST_PLOT = 0.27  # of the height, that the plot must have
MOST_TITLE_LINES = 5  # the longest headline that the rules can write, on the narrowest picture


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


def _drawn(picture: Picture, size: Size, rows: tuple[Row, ...]) -> Scene:
    """Draw until the plot is tall enough: first with all notes and rows, then with fewer.

    What found no room in the plot or the rail is said in the notes of a second drawing.
    """
    without = tuple(row for row in rows if not row.grades)
    for shown, most in ((rows, MOST_NOTES), (rows, FEWER_NOTES), (without, FEWER_NOTES), ((), 0.0)):
        scene, unsaid, tall = _once(picture, size, shown, picture.notes, most)
        if unsaid:
            scene, _, tall = _once(picture, size, shown, (" ".join([*unsaid, *picture.notes]),), most)
        unnamed = unsaid and most < MOST_NOTES and shown != without  # a grade must be said in words
        if tall >= LEAST_PLOT * size.height and not unnamed:
            break
    return scene


def _once(
    picture: Picture, size: Size, rows: tuple[Row, ...], notes: tuple[str, ...], most: float
) -> tuple[Scene, list[str], float]:
    scene = Scene(width=size.width, height=size.height)
    margin = MARGIN * size.base
    top = _heading(scene, picture, size, margin)
    bottom = _footing(scene, picture, size, margin, notes, most)
    under = 1.85 * size.base + (1.3 * size.base if picture.asked.measure == "since" else 0)
    rail_room = rail.height(rows, size) + (0.35 * size.small if rows else 0)
    plot = _plot(picture, size, margin, top + (1.4 * size.small if picture.cuts else 0), bottom - rail_room - under)
    made = labels(picture, size, plot.bottom - plot.top)
    right = size.width - margin - max([0.0, *(label.width for label in made)]) - 2.1 * size.base
    plot = Plot(**{**plot.__dict__, "right": right})
    _axes(scene, picture, plot, size)
    draw_context(scene, picture, plot, size)
    _breaks(scene, picture, plot, size)
    draw_lines(scene, picture, plot, size)
    draw_ends(scene, made, picture, plot, size)
    unsaid = rail.draw_rail(scene, rows, plot, plot.bottom + under, size)
    unsaid += draw_gaps(scene, picture, plot, size)
    if picture.draft:
        _draft(scene, size)
    return scene, unsaid, plot.bottom - plot.top


def _heading(scene: Scene, picture: Picture, size: Size, margin: float) -> float:
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


def _footing(scene: Scene, picture: Picture, size: Size, margin: float, notes: tuple[str, ...], most: float) -> float:
    """Write notes, source, licence and link; return where the rail must end. Notes give way, the source never."""
    room = size.width - 2 * margin
    said = [line for note in notes for line in wrapped(note, size.small, room)]
    fitting = max(1, int(most * size.height / (1.25 * size.small)))
    if len(said) > fitting:
        said = [*said[: fitting - 1], "More notes stand with the chart, at the link."]
    lines = [*said, *wrapped(picture.source, size.small, room), *wrapped(picture.stamp, size.small, room)]
    down = size.height - margin * 0.8 - 1.25 * size.small * (len(lines) - 1)
    top = down - size.small * 1.1
    for line in lines:
        scene.add(
            Text(x=margin, y=down, text=cut(line, size.small, room), size=size.small, colour=theme.SECONDARY_TEXT)
        )
        down += 1.25 * size.small
    return top - 0.45 * size.base


def _plot(picture: Picture, size: Size, margin: float, top: float, bottom: float) -> Plot:
    low, high = heights(picture)
    first, last = reach(picture)
    wide = max(width(label, size.base) for _, label in marks(picture, low, high))
    left = margin + wide + 0.35 * size.base
    return Plot(
        left=left, top=top, right=size.width - margin, bottom=bottom, first=first, last=last, low=low, high=high
    )


def _axes(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw level lines with their figures, and the years below."""
    zero = 0.0 if plot.low < 0 < plot.high else None
    room = (plot.bottom - plot.top) / (1.25 * size.base)
    for value, label in marks(picture, plot.low, plot.high, room):
        y = plot.y(value)
        colour, stroke = (theme.AXIS, 1.4) if value == zero else (theme.GRID, 1.0)
        scene.add(Path(points=[(plot.left, y), (plot.right, y)], stroke=colour, width=round(stroke * size.unit, 2)))
        scene.add(
            Text(x=plot.left - 0.35 * size.base, y=y + 0.34 * size.base, text=label, size=size.base, anchor="end")
        )
    scene.add(
        Path(points=[(plot.left, plot.bottom), (plot.right, plot.bottom)], stroke=theme.AXIS, width=1.6 * size.unit)
    )
    for where, label in years(picture, plot, size):
        x = plot.x(where)
        scene.add(
            Path(points=[(x, plot.bottom), (x, plot.bottom + 6 * size.unit)], stroke=theme.AXIS, width=1.4 * size.unit)
        )
        scene.add(Text(x=x, y=plot.bottom + 1.38 * size.base, text=label, size=size.base, anchor="middle"))
    if picture.asked.measure == "since":
        words = f"years since intervention {picture.asked.event}"
        middle = (plot.left + plot.right) / 2
        scene.add(Text(x=middle, y=plot.bottom + 2.6 * size.base, text=words, size=size.base, anchor="middle"))


def _breaks(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw a dotted upright line where a series was broken, and say so above the plot."""
    dots = f"{2 * size.unit:.1f} {4 * size.unit:.1f}"
    for when in picture.cuts:
        x = plot.x(number(when))
        scene.add(Path(points=[(x, plot.top), (x, plot.bottom)], stroke=theme.GUIDE, width=1.6 * size.unit, dash=dots))
        words = "break in series"
        half = width(words, size.small) / 2
        middle = min(max(x, plot.left + half), plot.right - half)
        text = Text(x=middle, y=plot.top - 0.4 * size.small, text=words, size=size.small, anchor="middle")
        scene.add(text)


def _draft(scene: Scene, size: Size) -> None:
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
