"""Where a line has no figure: a dotted box with the reason where there is room, else the publisher's symbol."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Gap, Panel
from pages.charts.svg.frame import Frame
from pages.charts.svg.lettering import width
from pages.charts.svg.scene import Box, Path, Scene, Text, meets_any, rectangle
from pages.charts.svg.sizes import Size

MARKS = "".join(theme.SIGNS.values())
MOST_BOXES = 3  # in one panel; more would hide it
ROOM = 8  # fine lines, between a box and what it must not touch
LEAST_TALL = 7  # heights of small letters that a panel must have for a box in it
SHIFTS = (0, -0.5, 0.5, -0.8, 0.8)  # of the width of a box, by which it is moved to find room


def draw_gaps(scene: Scene, panel: Panel, frame: Frame, lines: Sequence[Box], size: Size) -> list[str]:
    """Mark every gap; return the words of those that found no room for a box."""
    boxed = len(panel.gaps) <= MOST_BOXES and frame.bottom - frame.top >= LEAST_TALL * size.small
    unsaid: dict[tuple[str, str], list[str]] = {}
    for gap in panel.gaps:
        named = f"{gap.name} " if gap.name else ""
        words = (f"{named}{gap.years}: {_letters(gap)}", gap.reason)
        if not boxed or not _box(scene, words, gap, frame, lines, size):
            _foot(scene, gap, frame, lines, size)
            unsaid.setdefault((_letters(gap), gap.reason), []).append(f"{named}{gap.years}")
    return [f"{sign} {reason}: {', '.join(where)}." for (sign, reason), where in unsaid.items()]


def _box(scene: Scene, words: Sequence[str], gap: Gap, frame: Frame, lines: Sequence[Box], size: Size) -> bool:
    """Put a dotted box near its dates where it touches no line and no text; tell whether there was room."""
    letters, pad = size.small, 7 * size.unit
    wide = max(width(word, letters) for word in words) + 2 * pad
    tall = 1.25 * letters * len(words) + 2 * pad
    middle = sum(frame.x(when) for when in gap.dates) / len(gap.dates)
    taken = [*lines, *(text.box for text in scene.texts), *_boxes(scene)]
    for shift in SHIFTS:
        left = middle + shift * wide - wide / 2
        if left < frame.left + pad or left + wide > frame.right - pad:
            continue
        top = frame.bottom - tall - ROOM * size.unit
        while top > frame.top + pad:
            box = (left, top, left + wide, top + tall)
            if not meets_any(box, taken, ROOM * size.unit):
                _write(scene, box, words, gap, size)
                return True
            top -= letters
    return False


def _write(scene: Scene, box: Box, words: Sequence[str], gap: Gap, size: Size) -> None:
    dots = f"{2.5 * size.unit:.1f} {3 * size.unit:.1f}"
    scene.add(rectangle(box, fill=theme.BACKGROUND, stroke=gap.colour, width=2 * size.unit, dash=dots))
    for row, word in enumerate(words):
        down = box[1] + 7 * size.unit + size.small * (0.98 + 1.25 * row)
        scene.add(Text(x=(box[0] + box[2]) / 2, y=down, text=word, size=size.small, anchor="middle"))


def _boxes(scene: Scene) -> list[Box]:
    """Return the boxes that are drawn already."""
    return [
        (shape.points[0][0], shape.points[0][1], shape.points[2][0], shape.points[2][1])
        for shape in scene.shapes
        if isinstance(shape, Path) and shape.dash and shape.closed
    ]


def _foot(scene: Scene, gap: Gap, frame: Frame, lines: Sequence[Box], size: Size) -> None:
    """Write the symbol above the axis at each date, over what stands there; over a line only if need be."""
    lowest, step = frame.bottom - 0.35 * size.small, 0.55 * size.small
    steps = max(1, int((lowest - frame.top - 2 * size.small) / step))
    for when in gap.dates:
        marks = [_sign(gap, frame.x(when), lowest - n * step, size) for n in range(steps)]
        written = [text.box for text in scene.texts]
        free = [mark for mark in marks if not meets_any(mark.box, written, 1)]
        near = (mark for mark in free[: len(marks) // 2] if not meets_any(mark.box, lines))
        if mark := next(near, free[0] if free else None):
            scene.add(rectangle(mark.box, fill=theme.BACKGROUND), mark)


def _letters(gap: Gap) -> str:
    """Return the sign of a gap without the mark of its line, which the font has not: the name says whose it is."""
    return gap.sign.lstrip(MARKS) or gap.sign


def _sign(gap: Gap, x: float, y: float, size: Size) -> Text:
    return Text(x=x, y=y, text=_letters(gap), size=size.small, anchor="middle", colour=theme.TEXT)
