"""The labels at the ends of the lines: name and last figure, never one over the other.

A line that reaches the last date of the axis is labelled beside the plot. One that ends before it is labelled in the
plot, at its own last figure, with its year: nothing level leads from there across years without a figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from pages.charts import theme
from pages.charts.comparison.compared import Line
from pages.charts.press.axes import Plot, heights, place, reach
from pages.charts.press.content import Picture
from pages.charts.press.gaps import along
from pages.charts.press.lines import mark
from pages.charts.press.scene import Scene
from pages.charts.spread import spread
from pages.charts.svg.lettering import NO_BREAK, width, wrapped
from pages.charts.svg.scene import Box, Path, Text, meet, rectangle
from pages.charts.svg.sizes import Size
from pages.charts.words import basis_words

WIDEST = 0.3  # of the picture, that names may take before they are broken
PITCH = 1.24  # of the height of the letters, from line to line
BETWEEN = 0.3  # of the height of the letters, between two labels
FARTHEST = 2.2  # letters of axes, of a label in the plot from the figure that it names
BEYOND = ", beyond the axis"


@dataclass(frozen=True, kw_only=True)
class Label:
    """The label of a line: its name over one line or more, and the figure after the last."""

    line: Line
    names: tuple[str, ...]
    figure: str
    letters: float

    @property
    def tall(self) -> float:
        """In pixels, with the space to the next."""
        return self.letters * (PITCH * len(self.names) + BETWEEN)

    @property
    def width(self) -> float:
        """In pixels."""
        wide = [width(name, self.letters, bold=True) for name in self.names]
        return max(*wide, wide[-1] + width(f" {self.figure}", self.letters))


def at_the_edge(line: Line, picture: Picture) -> bool:
    """Tell whether a line has a figure at the end of an axis of more than one date: its label stands beside it."""
    first, last = reach(picture)
    return first < last and place(line.end(picture.asked), picture) == last


def labels(picture: Picture, size: Size, height: float, lines: Sequence[Line]) -> list[Label]:
    """Write the labels: in the letters of the axes where all of them find room in the height, else in smaller ones."""
    made: list[Label] = []
    for letters, share in ((size.base, WIDEST), (size.small, WIDEST), (size.small, WIDEST * 1.35)):
        made = [_label(line, picture, letters, share * size.width) for line in lines]
        if sum(label.tall for label in made) <= height:
            break
    return made


def _label(line: Line, picture: Picture, letters: float, room: float) -> Label:
    low, high = heights(picture)
    figure = written(line, picture) + ("" if low <= float(line.end(picture.asked)["shown"]) <= high else BEYOND)
    # the figure is broken off with the name, so that the last line has room for it
    whole = wrapped(f"{line.name} {figure.replace(' ', NO_BREAK)}", letters, room, bold=True)
    names = [name for name in (*whole[:-1], whole[-1].removesuffix(figure.replace(" ", NO_BREAK)).strip()) if name]
    return Label(line=line, names=tuple(names), figure=figure, letters=letters)


def written(line: Line, picture: Picture) -> str:
    """Write the last figure of a line, and its year where the axis has a later one; of a group, of how many it is."""
    asked, end = picture.asked, line.end(picture.asked)
    last = max(point["period_end"] for each in picture.lines for point in each.points)
    year = "" if end["period_end"] == last and asked.measure != "since" else f" ({asked.year(end['period_end'])})"
    of = f", {basis_words(end)}" if "averaged" in end and not pd.isna(end["averaged"]) else ""
    return f"{asked.written(end['shown'], row=end)}{of}{year}"


def draw_beside(scene: Scene, made: Sequence[Label], picture: Picture, plot: Plot, size: Size) -> None:
    """Put each label beside the plot as near the end of its line as the others allow; few pixels of dots lead to it.

    A label whose line ends elsewhere, or beyond the axis, has the mark of the line and no dots.
    """
    order = sorted(made, key=lambda label: -plot.y(float(label.line.end(picture.asked)["shown"])))
    wanted = [plot.bottom - _level(label, picture, plot) for label in order]
    middles = spread(wanted, [label.tall for label in order], plot.bottom - plot.top)
    start = plot.right + size.base * 2.1
    for label, middle in zip(order, middles, strict=True):
        centre = plot.bottom - middle
        end = label.line.end(picture.asked)
        if at_the_edge(label.line, picture) and plot.low <= float(end["shown"]) <= plot.high:
            x = plot.x(place(end, picture)) + 12 * size.unit
            _lead(scene, (x, _level(label, picture, plot)), (start - 0.95 * size.base, centre), size)
        if label.line.look.symbol:
            scene.add(*mark(label.line.look.symbol, start - 0.55 * size.base, centre, label.line.look.colour, size))
        _write(scene, label, start, centre)


def _level(label: Label, picture: Picture, plot: Plot) -> float:
    return plot.y(min(max(float(label.line.end(picture.asked)["shown"]), plot.low), plot.high))


def _lead(scene: Scene, begun: tuple[float, float], ended: tuple[float, float], size: Size) -> None:
    dots = f"{1.5 * size.unit:.1f} {2.5 * size.unit:.1f}"
    scene.add(Path(points=[begun, ended], stroke=theme.BESIDE, width=round(1.3 * size.unit, 2), dash=dots))


def draw_in_plot(scene: Scene, made: Sequence[Label], picture: Picture, plot: Plot, size: Size) -> list[Label]:
    """Put each label in the plot beside the last figure of its line; return those that found no room there."""
    taken = along(picture, plot) if made else []
    without = []
    for label in made:
        end = label.line.end(picture.asked)
        x, y = plot.x(place(end, picture)), _level(label, picture, plot)
        texts = [text.box for text in scene.texts]
        inside = plot.low <= float(end["shown"]) <= plot.high
        boxes = _boxes((label.width, label.tall), x, y, size) if inside else ()
        box = next((box for box in boxes if _free(box, taken, texts, plot, size)), None)
        if box is None:
            without.append(label)
            continue
        near = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
        if abs(near[0] - x) + abs(near[1] - y) > 1.5 * size.base:
            _lead(scene, (x, y), near, size)
        scene.add(rectangle(box, fill=theme.BACKGROUND))
        _write(scene, label, box[0], (box[1] + box[3]) / 2)  # a mark beside it would be taken for another figure
    return without


def _boxes(needed: tuple[float, float], x: float, y: float, size: Size) -> Iterator[Box]:
    """Yield where a label may stand: to the right of a point, above, below and to the left, near it first."""
    wide, tall = needed
    for step in range(7):
        away = size.base * (0.7 + (FARTHEST - 0.7) * step / 6)
        for left, middle in (
            (x + away, y), (x + away, y - tall / 2 - away), (x + away, y + tall / 2 + away),
            (x - wide / 2, y - tall / 2 - away), (x - wide / 2, y + tall / 2 + away),
            (x - wide - away, y - tall / 2 - away), (x - wide - away, y + tall / 2 + away), (x - wide - away, y),
        ):  # fmt: skip
            yield left, middle - tall / 2, left + wide, middle + tall / 2


def _free(box: Box, taken: Sequence[Box], texts: Sequence[Box], plot: Plot, size: Size) -> bool:
    within = plot.left < box[0] and box[2] < plot.right and plot.top < box[1] and box[3] < plot.bottom
    return within and not any(meet(box, other, 3 * size.unit) for other in (*taken, *texts))


def _write(scene: Scene, label: Label, left: float, centre: float) -> None:
    letters = label.letters
    first = centre - letters * PITCH * (len(label.names) - 1) / 2 + 0.27 * letters
    for row, name in enumerate(label.names):
        scene.add(Text(x=left, y=first + row * letters * PITCH, text=name, size=letters, bold=True))
    across = left + width(f"{label.names[-1]} ", letters, bold=True)
    scene.add(Text(x=across, y=first + (len(label.names) - 1) * letters * PITCH, text=label.figure, size=letters))
