"""Shapes with straight sides: the authorities of a map."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Area, Fill
from pages.charts.svg.frame import Frame
from pages.charts.svg.scene import Path, Scene
from pages.charts.svg.sizes import Size

LEAST = 0.5  # pixels, between two corners of a picture: what lies nearer cannot be seen


def draw_areas(scene: Scene, areas: Sequence[Area], frame: Frame, size: Size) -> None:
    """Fill shapes, those with an edge of their own last: it shall not lie under a neighbour."""
    for area in areas:
        across = [frame.x(x) for ring in area.rings for x, _ in ring]
        down = [frame.y(y) for ring in area.rings for _, y in ring]
        scene.say((min(across), min(down), max(across), max(down)), area.said)
    for area in sorted(areas, key=lambda each: bool(each.fill.edge)):
        edge = area.fill.edge or theme.BACKGROUND
        wide = round((3.0 if area.fill.edge else 0.7) * size.unit, 2)
        for ring in area.rings:
            points = _thinned([(frame.x(x), frame.y(y)) for x, y in ring])
            scene.add(Path(points=points, fill=_colour(area.fill), stroke=edge, width=wide, closed=True))


def _colour(fill: Fill) -> str:
    """Return the colour of a shape: a pattern is drawn as the colour of its strokes, for it has no rectangle."""
    return fill.lines if fill.hatch else fill.colour


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    kept = [points[0]]
    for x, y in points[1:]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= LEAST:
            kept.append((x, y))
    return kept
