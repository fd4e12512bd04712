"""Where a line has no figure: a dotted box with the reason where there is room, else the publisher's symbol."""

from collections.abc import Iterator
from typing import Any

from pages.charts import theme
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.press.axes import Plot, place
from pages.charts.press.content import Picture
from pages.charts.press.lines import strokes
from pages.charts.press.scene import Scene
from pages.charts.svg.lettering import width
from pages.charts.svg.scene import Box, Path, Text, meet, rectangle
from pages.charts.svg.sizes import Size

Point = dict[str, Any]
MOST_BOXES = 3
ROOM = 8  # fine lines, between a box and what it must not touch


def runs(line: Line) -> Iterator[list[Point]]:
    """Yield the gaps of a line, one after another for one reason together; figures that round to zero are none."""
    run: list[Point] = []
    for point in line.points:
        missing = point["shown"] != point["shown"] or point["shown"] is None
        reason = str(point["shown_status"])
        if run and (not missing or reason != run[-1]["shown_status"]):
            yield run
            run = []
        if missing:
            run.append(point)
    if run:
        yield run


def symbol(reason: str) -> str:
    """Write the publisher's symbol of a reason in brackets; other reasons have a cross."""
    return f"[{theme.STATUS_SYMBOLS[reason]}]" if reason in theme.STATUS_SYMBOLS else "×"


def years(run: list[Point], asked: Asked) -> str:
    """Write the years of a gap."""
    first, last = asked.year(run[0]["period_end"]), asked.year(run[-1]["period_end"])
    return first if first == last else f"{first} to {last}"


def draw_gaps(scene: Scene, picture: Picture, plot: Plot, size: Size) -> list[str]:
    """Mark every gap of the chosen lines; return the words of those that found no room for a box."""
    found = [(line, run) for line in picture.drawn if line.role in ("chosen", "own") for run in runs(line)]
    many = len([line for line in picture.drawn if line.role in ("chosen", "own")]) > 1
    unsaid: dict[str, list[str]] = {}
    drawn = along(picture, plot) if found else []
    for line, run in found:
        reason = str(run[0]["shown_status"])
        name = f"{line.name} " if many else ""
        words = (f"{name}{years(run, picture.asked)}: {symbol(reason)}", REASONS[reason])
        if (
            reason == "rounds_to_zero"
            or len(found) > MOST_BOXES
            or not _box(scene, words, line, run, picture, plot, size, drawn)
        ):
            _foot(scene, run, picture, plot, size, drawn)
            unsaid.setdefault(reason, []).append(f"{name}{years(run, picture.asked)}")
    return [f"{symbol(reason)} {REASONS[reason]}: {', '.join(where)}." for reason, where in unsaid.items()]


def _box(
    scene: Scene,
    words: tuple[str, ...],
    line: Line,
    run: list[Point],
    picture: Picture,
    plot: Plot,
    size: Size,
    drawn: list[Box],
) -> bool:
    """Put a dotted box near its dates where it touches no line and no text; tell whether there was room."""
    letters, pad = size.small, 7 * size.unit
    wide = max(width(word, letters) for word in words) + 2 * pad
    tall = 1.25 * letters * len(words) + 2 * pad
    middle = sum(plot.x(place(point, picture)) for point in run) / len(run)
    taken = [*drawn, *(text.box for text in scene.texts), *_boxes(scene)]
    for shift in (0, -0.5, 0.5, -0.8, 0.8):
        left = middle + shift * wide - wide / 2
        if left < plot.left + pad or left + wide > plot.right - pad:
            continue
        top = plot.bottom - tall - ROOM * size.unit
        while top > plot.top + pad:
            box = (left, top, left + wide, top + tall)
            if not any(meet(box, other, ROOM * size.unit) for other in taken):
                dots = f"{2.5 * size.unit:.1f} {3 * size.unit:.1f}"
                scene.add(
                    rectangle(box, fill=theme.BACKGROUND, stroke=line.look.colour, width=2 * size.unit, dash=dots)
                )
                for row, word in enumerate(words):
                    down = top + pad + letters * (0.98 + 1.25 * row)
                    scene.add(Text(x=left + wide / 2, y=down, text=word, size=letters, anchor="middle"))
                return True
            top -= letters
    return False


def _boxes(scene: Scene) -> list[Box]:
    """Return the boxes that are drawn already."""
    return [
        (shape.points[0][0], shape.points[0][1], shape.points[2][0], shape.points[2][1])
        for shape in scene.shapes
        if isinstance(shape, Path) and shape.dash and shape.closed
    ]


def along(picture: Picture, plot: Plot) -> list[Box]:
    """Return small boxes along every line, near enough together to leave no way between them."""
    found: list[Box] = []
    for line in picture.drawn:
        for points in strokes(line, picture, plot):
            for (x1, y1), (x2, y2) in zip(points, points[1:] or points, strict=False):
                steps = max(2, int(max(abs(x2 - x1), abs(y2 - y1)) / 6))
                for n in range(steps + 1):
                    x, y = x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps
                    found.append((x - 2, y - 2, x + 2, y + 2))
    return found


def _foot(scene: Scene, run: list[Point], picture: Picture, plot: Plot, size: Size, drawn: list[Box]) -> None:
    """Write the symbol above the axis at each date, over what stands there already; over a line only if need be."""
    lowest = plot.bottom - 0.35 * size.small
    for point in run:
        x, text = plot.x(place(point, picture)), symbol(str(point["shown_status"]))
        steps = int((lowest - plot.top - 2 * size.small) / (size.small * 0.55))
        marks = [
            Text(x=x, y=lowest - step * size.small * 0.55, text=text, size=size.small, anchor="middle")
            for step in range(max(1, steps))
        ]
        texts = [mark for mark in marks if not any(meet(mark.box, other.box, 1) for other in scene.texts)]
        near = texts[: len(marks) // 2]
        mark = next(
            (mark for mark in near if not any(meet(mark.box, line) for line in drawn)), texts[0] if texts else None
        )
        if mark:
            scene.add(rectangle(mark.box, fill=theme.BACKGROUND), mark)
