"""The lines and labels of the axes of a picture, and where its series was broken."""

from pages.charts import theme
from pages.charts.cuts import gathered, said
from pages.charts.press.axes import Plot, marks, number, years
from pages.charts.press.content import Picture
from pages.charts.press.scene import Scene
from pages.charts.svg.lettering import width
from pages.charts.svg.scene import Path, Text
from pages.charts.svg.sizes import Size


def draw_axes(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
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
        said = f"years since intervention {picture.asked.event}"
        middle = (plot.left + plot.right) / 2
        scene.add(Text(x=middle, y=plot.bottom + 2.6 * size.base, text=said, size=size.base, anchor="middle"))
        _upright(scene, plot.x(0.0), plot, size)


def draw_breaks(scene: Scene, picture: Picture, plot: Plot, size: Size) -> None:
    """Draw a dotted upright line where a series was broken, and say so above the plot, once for those that are near."""
    places = [plot.x(number(when)) for when in picture.cuts]
    for x in places:
        _upright(scene, x, plot, size)
    for group in gathered(places, 1.1 * width("breaks in series", size.small)):
        words = said(group)
        half = width(words, size.small) / 2
        middle = min(max((group[0] + group[-1]) / 2, plot.left + half), plot.right - half)
        scene.add(Text(x=middle, y=plot.top - 0.4 * size.small, text=words, size=size.small, anchor="middle"))


def _upright(scene: Scene, x: float, plot: Plot, size: Size) -> None:
    dots = f"{2 * size.unit:.1f} {4 * size.unit:.1f}"
    scene.add(Path(points=[(x, plot.top), (x, plot.bottom)], stroke=theme.GUIDE, width=1.6 * size.unit, dash=dots))
