"""What a picture is made of, texts with their boxes and shapes, and how it is written as SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pages.charts import theme
from pages.charts.svg.lettering import FAMILY, width

Box = tuple[float, float, float, float]
ASCENT = 0.76  # of the height of the letters, above the line they stand on
DESCENT = 0.22  # of the height of the letters, below that line


@dataclass(frozen=True, kw_only=True)
class Text:
    """One line of text; `x` is where it begins, ends or has its middle, `y` the line it stands on."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = theme.TEXT
    anchor: str = "start"
    behind: str = theme.BACKGROUND

    @cached_property  # asked again for every other text that may stand in its place
    def width(self) -> float:
        """In pixels."""
        return width(self.text, self.size, bold=self.bold)

    @cached_property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        return left, self.y - ASCENT * self.size, left + self.width, self.y + DESCENT * self.size

    def svg(self) -> str:
        """Write it as an element."""
        weight = ' font-weight="bold"' if self.bold else ""
        left = self.box[0]  # the length is given too, so that the picture holds in whatever font draws it
        return (
            f'<text x="{left:.1f}" y="{self.y:.1f}" font-size="{self.size:g}" fill="{self.colour}"{weight} '
            f'textLength="{self.width:.1f}">{escape(self.text)}</text>'
        )


@dataclass(frozen=True, kw_only=True)
class Path:
    """Straight strokes through points, closed and filled if `fill` is given."""

    points: Sequence[tuple[float, float]]
    stroke: str = "none"
    width: float = 0
    fill: str = "none"
    dash: str = ""
    closed: bool = False
    data: bool = False  # whether it carries data, so that its colour must be seen

    def svg(self) -> str:
        """Write it as an element."""
        steps = " ".join(f"{'M' if n == 0 else 'L'}{x:.1f} {y:.1f}" for n, (x, y) in enumerate(self.points))
        dash = f' stroke-dasharray="{self.dash}"' if self.dash else ""
        stroke = f' stroke="{self.stroke}" stroke-width="{self.width:g}"' if self.stroke != "none" else ""
        joined = ' stroke-linejoin="round"' if self.stroke != "none" else ""
        return f'<path d="{steps}{"Z" if self.closed else ""}" fill="{self.fill}"{stroke}{dash}{joined}/>'


@dataclass(frozen=True, kw_only=True)
class Circle:
    """A circle, filled or hollow."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str = "none"
    width: float = 0

    def svg(self) -> str:
        """Write it as an element."""
        stroke = f' stroke="{self.stroke}" stroke-width="{self.width:g}"' if self.stroke != "none" else ""
        return f'<circle cx="{self.x:.1f}" cy="{self.y:.1f}" r="{self.radius:.1f}" fill="{self.fill}"{stroke}/>'


Shape = Path | Circle


class Said(NamedTuple):
    """What is said of a place under the pointer, where a picture stands in a page."""

    box: Box
    words: tuple[str, ...]


@dataclass(kw_only=True)
class Scene:
    """A picture: its shapes in the order in which they are drawn, then its texts."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def add(self, *parts: Shape | Text) -> None:
        """Add shapes and texts."""
        for part in parts:
            (self.texts if isinstance(part, Text) else self.shapes).append(part)  # type: ignore[arg-type]

    def say(self, box: Box, words: tuple[str, ...]) -> None:
        """Say something of a place, which no file shows."""
        if words:
            self.said.append(Said(box, words))

    def svg(self, *, title: str, description: str, millimetres: tuple[int, int] | None = None) -> str:
        """Write the picture as SVG, opaque white, with its title and description inside."""
        across, down = (f"{millimetres[0]}mm", f"{millimetres[1]}mm") if millimetres else (self.width, self.height)
        parts = "\n".join(part.svg() for part in [*self.shapes, *self.texts])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
            f'viewBox="0 0 {self.width:g} {self.height:g}" font-family={quoteattr(FAMILY)} role="img" '
            f'aria-labelledby="title description">\n<title id="title">{escape(title)}</title>\n'
            f'<desc id="description">{escape(description)}</desc>\n'
            f'<rect width="100%" height="100%" fill="{theme.BACKGROUND}"/>\n{parts}\n</svg>\n'
        )


def rectangle(box: Box, *, fill: str, stroke: str = "none", width: float = 0, dash: str = "") -> Path:
    """Return a rectangle."""
    left, top, right, bottom = box
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return Path(points=corners, fill=fill, stroke=stroke, width=width, dash=dash, closed=True)


def hatched(box: Box, *, colour: str, pitch: float, width: float) -> list[Path]:
    """Return slanting strokes that fill a rectangle."""
    left, top, right, bottom = box
    tall = bottom - top
    strokes = []
    start = left - tall
    while start < right:
        low, high = max(start, left), min(start + tall, right)
        if high > low:
            strokes.append(
                Path(
                    points=[(low, bottom - (low - start)), (high, bottom - (high - start))], stroke=colour, width=width
                )
            )
        start += pitch
    return strokes


def meets_any(one: Box, others: Iterable[Box], room: float = 0) -> bool:
    """Tell whether a box meets any of others: as `meet`, without a call for each of thousands."""
    left, top, right, bottom = one
    return any(
        left < other[2] + room and other[0] < right + room and top < other[3] + room and other[1] < bottom + room
        for other in others
    )


def meet(one: Box, other: Box, room: float = 0) -> bool:
    """Tell whether two boxes overlap, or come nearer than the room."""
    return (
        one[0] < other[2] + room and other[0] < one[2] + room and one[1] < other[3] + room and other[1] < one[3] + room
    )
