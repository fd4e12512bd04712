"""Lines, bands and marks of a panel, as shapes."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from pages.charts import theme
from pages.charts.model import Band, Line, Mark, Panel, Point, X
from pages.charts.svg.frame import Frame
from pages.charts.svg.scene import Box, Circle, Path, Scene, Shape, Text
from pages.charts.svg.sizes import Size

# How often the stroke's width each dash and each space is long: no space so long that it is taken for a gap.
DASHES = {"solid": (), "dot": (1.6, 2.2), "dash": (3.2, 1.4), "dashdot": (4.5, 1.3, 1.3, 1.3), "longdash": (7, 1.4),
          "longdashdot": (8, 1.4, 1.4, 1.4)}  # fmt: skip
CORNERS = {"square": (4, 0.5), "triangle-up": (3, 0.0), "triangle-down": (3, 0.5), "diamond": (4, 0.0),
           "pentagon": (5, 0.0)}  # fmt: skip
TURNS = {"x": (pi / 4, 3 * pi / 4), "x-thin": (pi / 4, 3 * pi / 4), "cross": (0.0, pi / 2),
         "star": (0.0, pi / 3, 2 * pi / 3), "line-ns": (pi / 2,)}  # fmt: skip
PIXEL = 1.75  # fine lines for a pixel of the page: letters of 12 there are of 22 here

REACH = 0.5  # of the height of letters, around a point: as near as the pointer must come

Place = tuple[float, float]


def draw_line(scene: Scene, line: Line, frame: Frame, size: Size) -> None:
    """Draw one line, its white edge beneath it, and its mark at each point."""
    stroke = line.look.width * PIXEL * size.unit
    dash = " ".join(f"{part * stroke:.1f}" for part in DASHES[line.look.dash])
    runs = [places for run in line.runs for places in _placed(run, line, frame)]
    alone = {run[0] for run in line.runs if len(run) == 1}  # without a mark they would not be seen
    for run in runs if line.cased else ():
        scene.add(Path(points=run, stroke=theme.BACKGROUND, width=round(stroke + 4 * size.unit, 2)))
    for run in runs:
        if len(run) > 1:
            scene.add(Path(points=run, stroke=line.look.colour, width=round(stroke, 2), dash=dash, data=not line.quiet))
    for point in () if line.quiet else line.points:
        if frame.inside(point.y):
            scene.say(around(frame.x(point.x), frame.y(point.y), REACH * size.base), point.said)
        if (line.look.symbol or point in alone) and (frame.inside(point.y) or not line.clipped):
            where = frame.x(point.x), frame.y(point.y)
            symbol = point.symbol or line.look.symbol or "circle"
            scene.add(*sign(symbol, *where, line.look.colour, size, across=line.look.size))


def _placed(run: Sequence[Point], line: Line, frame: Frame) -> Iterator[list[Place]]:
    """Yield the strokes of a run, in pixels: cut where they leave the panel if the line is clipped."""
    places = [(frame.x(point.x), frame.y(point.y)) for point in run]
    if line.stepped:
        places = [place for n, at in enumerate(places) for place in ((at[0], places[max(n - 1, 0)][1]), at)][1:]
    if not line.clipped:
        yield places
        return
    yield from clipped(places, frame)


def clipped(places: Sequence[Place], frame: Frame) -> Iterator[list[Place]]:
    """Yield the parts of a stroke that lie within the panel."""
    if len(places) == 1:
        x, y = places[0]
        yield from ([list(places)] if frame.left <= x <= frame.right and frame.top <= y <= frame.bottom else [])
        return
    part: list[Place] = []
    for start, end in zip(places, places[1:], strict=False):
        kept = _within(start, end, frame)
        if kept is None or (part and kept[0] != part[-1]):
            if part:
                yield part
            part = []
        if kept is not None:
            part = [*(part or [kept[0]]), kept[1]]
    if part:
        yield part


def _within(start: Place, end: Place, frame: Frame) -> tuple[Place, Place] | None:
    """Cut a straight stroke at the edges of the panel; None where it lies outside."""
    kept = _level(start, end, frame.top, frame.bottom)
    turned = _level(kept[0][::-1], kept[1][::-1], frame.left, frame.right) if kept else None
    return (turned[0][::-1], turned[1][::-1]) if turned else None


def _level(start: Place, end: Place, least: float, most: float) -> tuple[Place, Place] | None:
    """Cut a straight stroke at two heights; None where it does not lie between them."""
    (x1, y1), (x2, y2) = start, end
    if max(y1, y2) < least or min(y1, y2) > most:
        return None
    low, high = (min(max(y, least), most) for y in (y1, y2))
    if y1 == y2:
        return start, end
    return (x1 + (low - y1) / (y2 - y1) * (x2 - x1), low), (x1 + (high - y1) / (y2 - y1) * (x2 - x1), high)


def along(panel: Panel, frame: Frame) -> list[Box]:
    """Return small boxes along every line that carries data, near enough together to leave no way between them."""
    found: list[Box] = []
    for run in (run for line in panel.lines if not line.quiet for run in line.runs):
        points = [(frame.x(point.x), frame.y(point.y)) for point in run]
        for (x1, y1), (x2, y2) in zip(points, points[1:] or points, strict=False):
            over, down = x2 - x1, y2 - y1
            steps = max(2, int(max(abs(over), abs(down)) / 6))
            places = ((x1 + over * n / steps, y1 + down * n / steps) for n in range(steps + 1))
            found += [(x - 2, y - 2, x + 2, y + 2) for x, y in places]
    return found


def draw_band(scene: Scene, band: Band, frame: Frame) -> None:
    """Fill the area between two edges, run by run."""
    for run in band.runs:
        over = [(frame.x(at), frame.y(high)) for at, _, high in _steps(run, stepped=band.stepped)]
        under = [(frame.x(at), frame.y(low)) for at, low, _ in _steps(run, stepped=band.stepped)]
        scene.add(Path(points=[*over, *reversed(under)], fill=band.colour, closed=True))


def _steps(run: Sequence[tuple[X, float, float]], *, stepped: bool) -> Iterator[tuple[X, float, float]]:
    for n, (at, low, high) in enumerate(run):
        yield at, low, high
        if stepped and n + 1 < len(run):
            yield run[n + 1][0], low, high


def around(x: float, y: float, reach: float) -> Box:
    """Return the box around a place."""
    return x - reach, y - reach, x + reach, y + reach


def draw_mark(scene: Scene, mark: Mark, frame: Frame, size: Size) -> None:
    """Draw a single sign, with what is written in it."""
    x, y = frame.x(mark.x), frame.y(mark.y)
    across = max(mark.size, 13 if mark.text else 0)
    scene.say(around(x, y, REACH * size.base), mark.said)
    ring = mark.hollow and not mark.text and not mark.said
    scene.add(*sign(mark.symbol, x, y, mark.colour, size, across=across, hollow=mark.hollow, empty=ring))
    if mark.text:
        behind = theme.BACKGROUND if mark.hollow else mark.colour
        letters = min(size.small, across * PIXEL * size.unit / 1.9)
        scene.add(
            Text(
                x=x, y=y + 0.36 * letters, text=mark.text, size=letters, anchor="middle", colour=mark.ink, behind=behind
            )
        )


def sign(
    symbol: str, x: float, y: float, colour: str, size: Size, *, across: float = 7, hollow: bool = False,
    empty: bool = False,
) -> list[Shape]:  # fmt: skip
    """Return the shapes of a mark.

    Parameters
    ----------
    symbol
        As `theme.SIGNS` names them; with "-open" at its end it is hollow.
    x, y
        Its middle.
    across
        Its width in pixels of a page.
    hollow, empty
        Whether it is white inside, or lets what is behind it be seen.
    """
    plain = symbol.removesuffix("-open")
    radius, edge = across / 2 * PIXEL * size.unit * 1.06, 2.2 * size.unit
    fill = "none" if empty else theme.BACKGROUND if hollow or symbol.endswith("-open") else colour
    if plain == "circle":
        return [Circle(x=x, y=y, radius=radius, fill=fill, stroke=colour, width=edge)]
    if plain in CORNERS:
        count, turned = CORNERS[plain]
        angles = [2 * pi * (n + turned) / count - pi / 2 for n in range(count)]
        corners = [(x + 1.25 * radius * cos(angle), y + 1.25 * radius * sin(angle)) for angle in angles]
        return [Path(points=corners, fill=fill, stroke=colour, width=edge, closed=True)]
    return [
        Path(
            points=[(x - radius * cos(a), y - radius * sin(a)), (x + radius * cos(a), y + radius * sin(a))],
            stroke=colour,
            width=edge,
        )
        for a in TURNS[plain]
    ]
