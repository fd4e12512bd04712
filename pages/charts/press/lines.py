"""The lines of a picture: strokes where a line may be drawn, and the mark of each line at its points."""

from collections.abc import Sequence
from math import cos, pi, sin

from pages.charts import theme
from pages.charts.comparison.compared import Line
from pages.charts.press.axes import Plot, place
from pages.charts.press.content import Picture
from pages.charts.press.scene import Circle, Path, Scene, Shape
from pages.charts.press.sizes import Size

DASHES = {"solid": (), "dot": (1.6, 2.2), "dash": (4, 2.4), "dashdot": (5, 2, 1.4, 2), "longdash": (7, 2.6),
          "longdashdot": (8, 2.2, 1.6, 2.2)}  # fmt: skip
STROKE = {"chosen": 4.5, "own": 4.5, "group": 3.0, "england": 3.0}
CONTEXT = "#c4c4c4"  # behind the lines; none of it carries a figure that is read
CORNERS = {"square": (4, 0.5), "triangle-up": (3, 0.0), "diamond": (4, 0.0), "pentagon": (5, 0.0)}


def draw_context(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw the other authorities as thin grey lines, cut where they leave the plot."""
    for run in picture.context:
        inside = [(plot.x(where), plot.y(value)) for where, value in run if plot.low <= value <= plot.high]
        if len(inside) > 1 and len(inside) == len(run):
            scene.add(Path(points=inside, stroke=CONTEXT, width=round(size.unit, 2)))


def draw_lines(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw every line, the first of the visitor's order on top, white around each so that crossings can be followed."""
    for line in reversed(picture.drawn):
        stroke = STROKE.get(line.role, 3.0) * size.unit
        dash = " ".join(f"{part * stroke:.1f}" for part in DASHES[line.look.dash])
        colour = line.look.colour
        runs = [_within(line, run, picture, plot) for run in line.stretches()]
        for run in runs:
            scene.add(Path(points=run, stroke=theme.BACKGROUND, width=round(stroke + 4 * size.unit, 2)))
        for run in runs:
            if len(run) > 1:
                scene.add(Path(points=run, stroke=colour, width=round(stroke, 2), dash=dash, data=True))
            for x, y in run if line.look.symbol or len(run) == 1 else ():
                scene.add(*mark(line.look.symbol or "circle", x, y, colour, size))
        for point in line.drawn:
            if point.get("unusual") and line.role == "chosen":
                x, y = plot.x(place(point, picture)), plot.y(float(point["shown"]))
                scene.add(Circle(x=x, y=y, radius=12 * size.unit, fill="none", stroke=colour, width=1.5 * size.unit))


def _within(line: Line, run: Sequence[dict[str, object]], picture: Picture, plot: Plot) -> list[tuple[float, float]]:
    """Return the points of a run; those of a very small authority that leave the axis are left out."""
    return [
        (plot.x(place(point, picture)), plot.y(float(str(point["shown"]))))
        for point in run
        if not line.tiny or plot.low <= float(str(point["shown"])) <= plot.high
    ]


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
