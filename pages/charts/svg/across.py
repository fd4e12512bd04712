"""The axis across that panels share: its line, its ticks, and what it counts."""

from pages.charts import theme
from pages.charts.svg.frame import Frame, named
from pages.charts.svg.heights import title_lines
from pages.charts.svg.scene import Path, Scene, Text
from pages.charts.svg.sizes import Size


def draw_across(scene: Scene, frame: Frame, size: Size) -> None:
    """Draw the axis across under a panel, or above it, as many of its ticks named as stand apart."""
    if not frame.across.ticks:
        return
    y = frame.top if frame.across.top else frame.bottom
    scene.add(Path(points=[(frame.left, y), (frame.right, y)], stroke=theme.AXIS, width=1.6 * size.unit))
    for tick in named(frame, size):
        _tick(scene, frame.x(tick.at), y, tick.words.split("\n"), frame, size)
    if frame.across.title:
        _title(scene, y, frame, size)


def _tick(scene: Scene, x: float, y: float, lines: list[str], frame: Frame, size: Size) -> None:
    top = frame.across.top
    away = -1 if top else 1
    scene.add(Path(points=[(x, y), (x, y + away * 6 * size.unit)], stroke=theme.AXIS, width=1.4 * size.unit))
    for row, line in enumerate(lines):
        down = -(0.55 + 1.15 * (len(lines) - 1 - row)) if top else 1.38 + 1.15 * row
        scene.add(Text(x=x, y=y + down * size.base, text=line, size=size.base, anchor="middle"))


def _title(scene: Scene, y: float, frame: Frame, size: Size) -> None:
    """Write what the axis counts, in two lines at most."""
    middle, room = (frame.left + frame.right) / 2, frame.right - frame.left
    for row, line in enumerate(title_lines(frame.across, room, size)):
        down = y + (2.6 + 1.2 * row) * size.base
        scene.add(Text(x=middle, y=down, text=line, size=size.base, anchor="middle"))
