"""The labels at the ends of the lines: name and last figure, never one over the other, led to where the line ends."""

from dataclasses import dataclass

import pandas as pd

from pages.charts import theme
from pages.charts.comparison.compared import Line
from pages.charts.labels import spread
from pages.charts.press.axes import Plot, place
from pages.charts.press.content import Picture
from pages.charts.press.lettering import NO_BREAK, width, wrapped
from pages.charts.press.lines import mark
from pages.charts.press.scene import Path, Scene, Text
from pages.charts.press.sizes import Size
from pages.charts.words import basis_words

WIDEST = 0.3  # of the picture, that names may take before they are broken
PITCH = 1.24  # of the height of the letters, from line to line
BETWEEN = 0.3  # of the height of the letters, between two labels


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


def labels(picture: Picture, size: Size, height: float) -> list[Label]:
    """Write the labels: in the letters of the axes where all of them find room in the height, else in smaller ones."""
    for letters, share in ((size.base, WIDEST), (size.small, WIDEST), (size.small, WIDEST * 1.35)):
        made = [_label(line, picture, letters, share * size.width) for line in picture.drawn]
        if sum(label.tall for label in made) <= height:
            break
    return made


def _label(line: Line, picture: Picture, letters: float, room: float) -> Label:
    figure = written(line, picture)
    # the figure is broken off with the name, so that the last line has room for it
    whole = wrapped(f"{line.name} {figure.replace(' ', NO_BREAK)}", letters, room, bold=True)
    names = [name for name in (*whole[:-1], whole[-1].removesuffix(figure.replace(" ", NO_BREAK)).strip()) if name]
    return Label(line=line, names=tuple(names), figure=figure, letters=letters)


def written(line: Line, picture: Picture) -> str:
    """Write the last figure of a line, and its year where others have a later one; of a group, of how many it is."""
    end = line.end(picture.asked)
    last = max(point["period_end"] for each in picture.drawn for point in each.drawn)
    year = "" if end["period_end"] == last or picture.asked.measure == "since" else f" ({end['period_end'].year})"
    of = f", {basis_words(end)}" if "averaged" in end and not pd.isna(end["averaged"]) else ""
    return f"{picture.asked.written(end['shown'], row=end)}{of}{year}"


def draw_ends(scene: Scene, made: list[Label], picture: Picture, plot: Plot, size: Size) -> None:
    """Put each label as near the end of its line as the others allow, with a fine line that leads to it."""
    order = sorted(made, key=lambda label: -plot.y(float(label.line.end(picture.asked)["shown"])))
    wanted = [plot.bottom - plot.y(float(label.line.end(picture.asked)["shown"])) for label in order]
    middles = spread(wanted, [label.tall for label in order], plot.bottom - plot.top)
    start = plot.right + size.base * 2.1
    for label, middle in zip(order, middles, strict=True):
        centre = plot.bottom - middle
        end = label.line.end(picture.asked)
        x, y = plot.x(place(end, picture)), plot.y(min(max(float(end["shown"]), plot.low), plot.high))
        scene.add(
            Path(
                points=[(x + 10 * size.unit, y), (plot.right, y), (start - 0.95 * size.base, centre)],
                stroke=label.line.look.colour if label.line.role != "england" else theme.BESIDE,
                width=round(1.3 * size.unit, 2),
            )
        )
        if label.line.look.symbol:
            scene.add(*mark(label.line.look.symbol, start - 0.55 * size.base, centre, label.line.look.colour, size))
        _write(scene, label, start, centre)


def _write(scene: Scene, label: Label, left: float, centre: float) -> None:
    letters = label.letters
    first = centre - letters * PITCH * (len(label.names) - 1) / 2 + 0.27 * letters
    for row, name in enumerate(label.names):
        scene.add(Text(x=left, y=first + row * letters * PITCH, text=name, size=letters, bold=True))
    across = left + width(f"{label.names[-1]} ", letters, bold=True)
    scene.add(Text(x=across, y=first + (len(label.names) - 1) * letters * PITCH, text=label.figure, size=letters))
