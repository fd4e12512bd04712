"""The lines of a picture: strokes where a line may be drawn, and the mark of each line at its points."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import cos, pi, sin

from pages.charts import theme
from pages.charts.comparison.compared import Line
from pages.charts.press.axes import Plot, place
from pages.charts.press.content import Picture
from pages.charts.press.scene import Scene
from pages.charts.svg.scene import Circle, Path, Shape
from pages.charts.svg.sizes import Size

# The spaces are short, so that none is taken for a gap in the figures.
DASHES = {"solid": (), "dot": (1.6, 2.2), "dash": (3.2, 1.4), "dashdot": (4.5, 1.3, 1.3, 1.3), "longdash": (7, 1.4),
          "longdashdot": (8, 1.4, 1.4, 1.4)}  # fmt: skip
STROKE = {"chosen": 4.5, "own": 4.5, "group": 3.0, "england": 3.0}
CONTEXT = "#c4c4c4"  # behind the lines; none of it carries a figure that is read
CORNERS = {"square": (4, 0.5), "triangle-up": (3, 0.0), "diamond": (4, 0.0), "pentagon": (5, 0.0)}


def clipped(run: Sequence[tuple[float, float]], low: float, high: float) -> list[list[tuple[float, float]]]:
    """Cut a line where it leaves the axis.

    Parameters
    ----------
    run
        Points that a line joins: place and figure.
    low, high
        The ends of the axis of figures.

    Returns
    -------
    list of list
        What of it lies between them, in pieces that a line may join; a point alone is a piece of one.
    """
    if len(run) == 1:
        return [[run[0]]] if low <= run[0][1] <= high else []
    pieces: list[list[tuple[float, float]]] = []
    for one, other in pairwise(run):
        begun, ended = _inside(one, other, low, high), _inside(other, one, low, high)
        if begun is None or ended is None or begun == ended:
            continue
        if pieces and pieces[-1][-1] == begun:
            pieces[-1].append(ended)
        else:
            pieces.append([begun, ended])
    return pieces


def _inside(
    one: tuple[float, float], other: tuple[float, float], low: float, high: float
) -> tuple[float, float] | None:
    """Return a point if it lies on the axis, else where a line from it to another comes onto the axis, if it does."""
    (x1, y1), (x2, y2) = one, other
    if low <= y1 <= high:
        return one
    edge = low if y1 < low else high
    if y1 == y2 or not 0 < (edge - y1) / (y2 - y1) <= 1:
        return None
    return x1 + (edge - y1) / (y2 - y1) * (x2 - x1), edge


def draw_context(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw the other authorities as thin grey lines, cut where they leave the axis."""
    for run in picture.context:
        for piece in clipped(run, plot.low, plot.high):
            points = [(plot.x(where), plot.y(value)) for where, value in piece]
            scene.add(Path(points=points, stroke=CONTEXT, width=round(size.unit, 2)))


def draw_lines(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw every line, the first of the visitor's order on top, white around each so that crossings can be followed."""
    for line in reversed(picture.drawn):
        stroke = STROKE.get(line.role, 3.0) * size.unit
        dash = " ".join(f"{part * stroke:.1f}" for part in DASHES[line.look.dash])
        colour = line.look.colour
        runs = strokes(line, picture, plot)
        for run in runs:
            scene.add(Path(points=run, stroke=theme.BACKGROUND, width=round(stroke + 4 * size.unit, 2)))
        for run in runs:
            if len(run) > 1:
                scene.add(Path(points=run, stroke=colour, width=round(stroke, 2), dash=dash, data=True))
        _points(scene, line, {len(run) == 1 and run[0] for run in runs}, picture, plot, size)


def strokes(line: Line, picture: Picture, plot: Plot) -> list[list[tuple[float, float]]]:
    """Return where a line is drawn: in pieces, no gap crossed, cut where a very small authority leaves the axis."""
    return [
        [(plot.x(where), plot.y(value)) for where, value in piece]
        for run in line.stretches()
        for piece in clipped([(place(p, picture), float(p["shown"])) for p in run], plot.low, plot.high)
    ]


def _points(scene: Scene, line: Line, alone: Collection[object], picture: Picture, plot: Plot, size: Size) -> None:
    """Draw the mark of a line at each of its figures, at one alone in any case, and a ring where it is unusual."""
    for point in line.drawn:
        x, y = plot.x(place(point, picture)), plot.y(float(point["shown"]))
        if not plot.low <= float(point["shown"]) <= plot.high:
            continue
        if line.look.symbol or (x, y) in alone:
            scene.add(*mark(line.look.symbol or "circle", x, y, line.look.colour, size))
        if point.get("unusual") and line.role == "chosen":
            ring = Circle(x=x, y=y, radius=12 * size.unit, fill="none", stroke=line.look.colour, width=1.5 * size.unit)
            scene.add(ring)


def mark(symbol: str, x: float, y: float, colour: str, size: Size, *, hollow: bool = False) -> list[Shape]:
    """Return the mark of a line at one point: a hollow one is white inside."""
    plain = symbol.removesuffix("-open")
    hollow = hollow or symbol.endswith("-open")
    radius, edge = 6.5 * size.unit, 2.2 * size.unit
    fill = theme.BACKGROUND if hollow else colour
    if plain == "circle":
        return [Circle(x=x, y=y, radius=radius, fill=fill, stroke=colour, width=edge)]
    if plain in CORNERS:
        count, turned = CORNERS[plain]
        angles = [2 * pi * (n + turned) / count - pi / 2 for n in range(count)]
        corners = [(x + 1.25 * radius * cos(angle), y + 1.25 * radius * sin(angle)) for angle in angles]
        return [Path(points=corners, fill=fill, stroke=colour, width=edge, closed=True)]
    turns = {"x": (pi / 4, 3 * pi / 4), "cross": (0, pi / 2), "star": (0, pi / 3, 2 * pi / 3)}[plain]
    return [
        Path(
            points=[(x - radius * cos(a), y - radius * sin(a)), (x + radius * cos(a), y + radius * sin(a))],
            stroke=colour,
            width=edge,
        )
        for a in turns
    ]
