"""The lines, bands and marks of all panels as one image without a size of its own, which takes that of its frame."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from urllib.parse import quote

from pages.charts import theme
from pages.charts.fluid.places import across, down, percent, places
from pages.charts.model import Across, Band, Drawing, Line, Mark, Panel, Point, X
from pages.charts.stack import Place
from pages.charts.svg.strokes import CORNERS, TURNS

BEYOND = 0.03  # of the frame, by which the image is larger on each side: a mark on the edge is seen whole
CASING = 3  # pixels of white around a line, so that it stands out from what is behind it
EDGE = 1.5  # pixels of the edge of a mark
# Pixels of each dash and each space, for lines of two pixels.
DASHES = {"solid": "", "dot": "3 3", "dash": "9 6", "longdash": "15 5", "dashdot": "9 3 3 3", "longdashdot": "15 3 3 3"}
SAFE = "/:=;,.()'{} "  # what an address of data may hold as it stands; everything else takes three letters
STYLE = "path{fill:none;stroke-linejoin:round}.s path{vector-effect:non-scaling-stroke}"


def image(drawing: Drawing) -> str:
    """Return the image as HTML; it is to be laid over its frame, as much larger as `BEYOND` says."""
    rows = "".join(_panel(*row, drawing.across) for row in zip(drawing.panels, places(drawing), strict=True))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><style>{STYLE}</style>{rows}</svg>'
    return f'<img alt="" src="data:image/svg+xml,{quote(svg, safe=SAFE)}">'


def _panel(panel: Panel, place: Place, axis: Across) -> str:
    whole = 1 + 2 * BEYOND
    box = (BEYOND / whole, (BEYOND + place.top) / whole, 1 / whole, (place.bottom - place.top) / whole)
    x, y, wide, tall = map(percent, box)
    strokes = "".join(
        [*(_band(band, panel, axis) for band in panel.bands), *(_line(line, panel, axis) for line in panel.lines)]
    )
    signs = "".join(
        [*(sign for line in panel.lines for sign in _points(line, panel, axis)),
         *(_mark(mark, panel, axis) for mark in panel.marks)]
    )  # fmt: skip
    return (
        f"<svg x='{x}' y='{y}' width='{wide}' height='{tall}' overflow='visible'>{''.join(_grid(panel))}"
        f"<svg class='s' viewBox='0 0 100 100' preserveAspectRatio='none' overflow='visible'>{strokes}</svg>"
        f"{signs}</svg>"
    )


def _grid(panel: Panel) -> Iterator[str]:
    """Draw a line across at each tick, and a stronger one at 0."""
    for tick in panel.up.ticks if panel.up.grid else ():
        y = percent(down(tick.at, panel.up))
        colour = theme.AXIS if panel.up.zero and tick.at == 0 else theme.GRID
        yield f"<line x2='100%' y1='{y}' y2='{y}' stroke='{colour}' shape-rendering='crispEdges'/>"


def _at(x: X, y: float, panel: Panel, axis: Across) -> str:
    return f"{100 * across(x, axis):.2f} {100 * down(y, panel.up):.2f}"


def _band(band: Band, panel: Panel, axis: Across) -> str:
    paths = []
    for run in band.runs:
        over = [_at(x, high, panel, axis) for x, _, high in run]
        under = [_at(x, low, panel, axis) for x, low, _ in reversed(run)]
        paths.append(f"M{'L'.join([*over, *under])}Z")
    return f"<path d='{''.join(paths)}' style='fill:{band.colour}'/>"


def _line(line: Line, panel: Panel, axis: Across) -> str:
    """Draw what leads from figure to figure, its white edge beneath it."""
    runs = (_steps(run) if line.stepped else run for run in line.runs if len(run) > 1)
    d = "".join(f"M{'L'.join(_at(point.x, point.y, panel, axis) for point in run)}" for run in runs)
    if not d:
        return ""
    dash = f" stroke-dasharray='{DASHES[line.look.dash]}'" if DASHES[line.look.dash] else ""
    drawn = f"<path d='{d}' stroke='{line.look.colour}' stroke-width='{line.look.width:g}'{dash}/>"
    edge = f"<path d='{d}' stroke='{theme.BACKGROUND}' stroke-width='{line.look.width + CASING:g}'/>"
    return edge * line.cased + drawn


def _steps(run: Sequence[Point]) -> list[Point]:
    """Keep each figure level up to the next."""
    pairs = zip(run, run[1:], strict=False)
    return [run[0], *(step for one, other in pairs for step in (Point(x=other.x, y=one.y), other))]


def _points(line: Line, panel: Panel, axis: Across) -> Iterator[str]:
    """Draw the mark of each figure; one that stands alone would not be seen without."""
    for run in line.runs:
        for point in run:
            symbol = point.symbol or line.look.symbol or ("circle" if len(run) == 1 else "")
            if symbol:
                yield sign(symbol, across(point.x, axis), down(point.y, panel.up), line.look.colour, line.look.size)


def _mark(mark: Mark, panel: Panel, axis: Across) -> str:
    where = across(mark.x, axis), down(mark.y, panel.up)
    behind = "none" if mark.hollow and not mark.text else ""
    symbol = mark.symbol + "-open" * (mark.hollow and bool(mark.text))
    drawn = sign(symbol, *where, mark.colour, mark.size, behind=behind)
    if not mark.text:
        return drawn
    x, y = map(percent, where)
    return (
        f"{drawn}<text x='{x}' y='{y}' dy='4' font-size='11' font-family='sans-serif' text-anchor='middle' "
        f"fill='{mark.ink}'>{quoted(mark.text)}</text>"
    )


def quoted(text: str) -> str:
    """Write letters of a mark as they may stand in the image."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def sign(symbol: str, x: float, y: float, colour: str, size: float, *, behind: str = "") -> str:
    """Draw a sign of a size in pixels, wherever it stands in a panel of any size.

    Parameters
    ----------
    symbol
        As `theme.SIGNS` names them; with "-open" at its end it is white inside.
    x, y
        Its middle, as shares of the panel.
    behind
        What is inside it, where that is neither its colour nor white.
    """
    plain = symbol.removesuffix("-open")
    fill = behind or (theme.BACKGROUND if plain != symbol else colour)
    look = f"style='fill:{fill};stroke:{colour};stroke-width:{EDGE}'"
    if plain == "circle":
        return f"<circle cx='{percent(x)}' cy='{percent(y)}' r='{size / 2:g}' {look}/>"
    drawn = f"<path d='{_outline(plain, size / 2)}' {look}/>"
    return f"<svg x='{percent(x)}' y='{percent(y)}' overflow='visible'>{drawn}</svg>"


def _outline(symbol: str, radius: float) -> str:
    if symbol in CORNERS:
        count, turned = CORNERS[symbol]
        angles = [2 * pi * (n + turned) / count - pi / 2 for n in range(count)]
        corners = (f"{1.25 * radius * cos(angle):.1f} {1.25 * radius * sin(angle):.1f}" for angle in angles)
        return f"M{'L'.join(corners)}Z"
    ends = ((radius * cos(angle), radius * sin(angle)) for angle in TURNS[symbol])
    return "".join(f"M{-x:.1f} {-y:.1f}L{x:.1f} {y:.1f}" for x, y in ends)
