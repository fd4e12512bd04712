"""The labels beside the plot at the ends of the lines: name and last figure, never one over the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts import theme
from pages.charts.model import End
from pages.charts.spread import spread
from pages.charts.svg.frame import Frame
from pages.charts.svg.lettering import NO_BREAK, width, wrapped
from pages.charts.svg.scene import Path, Scene, Text
from pages.charts.svg.sizes import Size
from pages.charts.svg.strokes import sign

WIDEST = 0.3  # of the picture, that names may take before they are broken
PITCH = 1.24  # of the height of the letters, from line to line
BETWEEN = 0.3  # of the height of the letters, between two labels
AWAY, SIGN = 1.8, 0.58  # of the height of the letters of axes: from the plot to a label, and from that back to its sign
LONG = 0.5  # of the room for a label: a figure as wide stands under its name where it has no room beside it
NEAR = 0.06  # of the panel: a line that ends farther from its label is not led to it, for nothing lies between


@dataclass(frozen=True, kw_only=True)
class Written:
    """The label of a line, laid out: its name over one line or more, and the figure after the last or under it."""

    end: End
    names: tuple[str, ...]
    figure: str
    letters: float
    under: tuple[str, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.names) + len(self.under)

    @property
    def tall(self) -> float:
        """In pixels, with the space to the next."""
        return self.letters * (PITCH * self.lines + BETWEEN)

    @property
    def width(self) -> float:
        """In pixels."""
        wide = [width(name, self.letters, bold=True) for name in self.names]
        beside = wide[-1] + (width(f" {self.figure}", self.letters) if self.figure else 0)
        return max(*wide, beside, *(width(line, self.letters) for line in self.under))


def written(ends: Sequence[End], size: Size, tall: float) -> list[Written]:
    """Lay labels out: in the letters of the axes where all of them find room in the height, else in smaller ones."""
    made: list[Written] = []
    for letters, share in ((size.base, WIDEST), (size.small, WIDEST), (size.small, WIDEST * 1.35)):
        made = [_written(end, letters, share * size.width) for end in ends]
        if sum(label.tall for label in made) <= tall:
            break
    return made


def _written(end: End, letters: float, room: float) -> Written:
    figure = " ".join(f"{end.figure} {end.more}".split())
    if not end.name:
        return Written(end=end, names=("",), figure=figure, letters=letters)
    if (under := _under(end, figure, letters, room)) is not None:
        return under
    # the figure is broken off with the name, so that the last line has room for it
    unbroken = figure.replace(" ", NO_BREAK)
    whole = wrapped(f"{end.name} {unbroken}", letters, room, bold=True)
    names = [name for name in (*whole[:-1], whole[-1].removesuffix(unbroken).strip()) if name]
    return Written(end=end, names=tuple(names), figure=figure, letters=letters)


def _under(end: End, figure: str, letters: float, room: float) -> Written | None:
    """Lay a label out with its figure under the name, where it is long and has no room beside it; else nothing."""
    names = tuple(wrapped(end.name, letters, room, bold=True))
    wide = width(figure, letters, bold=True)
    if wide <= LONG * room or width(f"{names[-1]} {figure}", letters, bold=True) <= room:
        return None
    return Written(end=end, names=names, figure="", letters=letters, under=tuple(wrapped(figure, letters, room)))


def draw_ends(scene: Scene, made: Sequence[Written], frame: Frame, size: Size) -> None:
    """Put each label as near the end of its line as the others allow, with a few dots that lead to it.

    A label is never joined to its line by a stroke in the colour of the data: that would look like figures.
    """
    order = sorted(made, key=lambda label: -frame.y(label.end.y))
    wanted = [frame.bottom - frame.y(kept(label.end.y, frame)) for label in order]
    middles = spread(wanted, [label.tall for label in order], frame.bottom - frame.top)
    start = frame.right + AWAY * size.base
    for label, middle in zip(order, middles, strict=True):
        centre = frame.bottom - middle
        if _near(label.end, frame, size):
            x, y = frame.x(label.end.x) + 9 * size.unit, frame.y(label.end.y)
            lead(scene, (x, y), (start - 2 * SIGN * size.base, centre), size)
        if label.end.look.symbol:
            scene.add(*sign(label.end.look.symbol, start - SIGN * size.base, centre, label.end.look.colour, size))
        write(scene, label, start, centre)


def _near(end: End, frame: Frame, size: Size) -> bool:
    """Tell whether dots may lead from the end of a line to its label."""
    away = frame.right - frame.x(end.x)
    return not end.early and frame.inside(end.y) and away <= NEAR * (frame.right - frame.left) + 10 * size.unit


def lead(scene: Scene, begun: tuple[float, float], ended: tuple[float, float], size: Size) -> None:
    """Lead from the end of a line to its label by a few grey dots."""
    dots = f"{1.5 * size.unit:.1f} {3 * size.unit:.1f}"
    scene.add(Path(points=[begun, ended], stroke=theme.AXIS, width=round(1.2 * size.unit, 2), dash=dots))


def kept(value: float, frame: Frame) -> float:
    """Return a figure, or the end of the axis that it lies beyond."""
    low, high = sorted((frame.up.low, frame.up.high))
    return min(max(value, low), high)


def write(scene: Scene, label: Written, left: float, centre: float) -> None:
    """Write a label, its middle at a height."""
    letters = label.letters
    first = centre - letters * PITCH * (label.lines - 1) / 2 + 0.27 * letters
    for row, name in enumerate(filter(None, label.names)):
        scene.add(Text(x=left, y=first + row * letters * PITCH, text=name, size=letters, bold=True))
    across = left + (width(f"{label.names[-1]} ", letters, bold=True) if label.names[-1] else 0)
    down = first + (len(label.names) - 1) * letters * PITCH
    if label.figure:
        scene.add(Text(x=across, y=down, text=label.figure, size=letters, bold=not label.names[-1]))
    for row, line in enumerate(label.under, start=1):
        scene.add(Text(x=left, y=down + row * letters * PITCH, text=line, size=letters))
