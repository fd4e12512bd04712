"""The bars of a panel, and what is written in them: the longest words that fit however wide the frame is."""

from collections.abc import Iterator
from html import escape

from pages.charts.fluid.places import LETTERS, across, down, percent
from pages.charts.model import Across, Bar, Fill, Panel
from pages.charts.svg.lettering import width

SMALLEST = 10  # pixels: below that letters in a bar cannot be read, and are not shown
PAD = 4  # pixels that words leave free in a bar
LINE = 1.15  # of the height of the letters, from line to line
PATTERNS = {
    "x": "repeating-linear-gradient(45deg,{lines} 0 1px,transparent 1px 5px),"
    "repeating-linear-gradient(135deg,{lines} 0 1px,{colour} 1px 5px)",
    "/": "repeating-linear-gradient(135deg,{lines} 0 2px,{colour} 2px 7px)",
    ".": "radial-gradient({lines} 1px,{colour} 1.5px) 0 0/6px 6px",
}


def background(fill: Fill) -> str:
    """Return a fill with its pattern as CSS."""
    return PATTERNS[fill.hatch].format(colour=fill.colour, lines=fill.lines) if fill.hatch else fill.colour


def bars(panel: Panel, axis: Across) -> str:
    """Write the bars of a panel as far as they lie in it."""
    return "".join(_bar(bar, panel, axis) for bar in panel.bars if _visible(bar, axis))


def _visible(bar: Bar, axis: Across) -> bool:
    return across(bar.left, axis) < 1 and across(bar.right, axis) > 0


def _bar(bar: Bar, panel: Panel, axis: Across) -> str:
    left, right = (min(max(across(x, axis), 0.0), 1.0) for x in (bar.left, bar.right))
    top, bottom = sorted((down(bar.high, panel.up), down(bar.low, panel.up)))
    edge = f"border:1px solid {bar.fill.edge};" if bar.fill.edge else ""
    return (
        f'<div class="bar" style="left:{percent(left)};width:{percent(right - left)};top:{percent(top)};'
        f'height:{percent(bottom - top)};{edge}background:{background(bar.fill)};color:{bar.fill.ink}">'
        f"{''.join(_words(bar, (bottom - top) * panel.tall))}</div>"
    )


def _words(bar: Bar, tall: float) -> Iterator[str]:
    """Write each of the words that a bar may hold, to be seen only where it fits and none before it does."""
    under = 9999.0  # pixels of the bar under which nothing before has room
    for words in bar.words[:1] if bar.over else bar.words:
        lines = words.split("\n")
        letters = min(LETTERS, tall / (LINE * len(lines)))
        wide = max(width(line, LETTERS) for line in lines) / LETTERS
        need = SMALLEST * wide + PAD
        if bar.over:
            yield _word(lines, bar, f"font-size:{letters:.1f}px")
        elif need < under and letters >= SMALLEST:
            fits = f"max-width:max(0px,min((100cqw - {need:.1f}px)*999,({under:.1f}px - 100cqw)*999))"
            yield _word(lines, bar, f"font-size:min({letters:.1f}px,(100cqw - {PAD}px)/{wide:.2f});{fits}")
            under = need


def _word(lines: list[str], bar: Bar, style: str) -> str:
    behind = f";background:{bar.fill.colour}" if bar.fill.hatch else ""
    return f'<span style="{style}{behind}">{"<br>".join(map(escape, lines))}</span>'
