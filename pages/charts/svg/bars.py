"""Bars of a panel and the words in or beside them: phases of intervention, grades in force, counts."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Bar, Fill
from pages.charts.svg.frame import Frame
from pages.charts.svg.lettering import width
from pages.charts.svg.scene import Box, Path, Scene, Text, hatched, meet, rectangle
from pages.charts.svg.sizes import Size

SMALLEST = 0.7  # of small letters: below it words in a low bar cannot be read
VISIBLE = 1.2  # of small letters, that a bar must be wide for its pattern, or a sign in it, to be seen


def draw_bars(scene: Scene, bars: Sequence[Bar], frame: Frame, size: Size, *, open_: str = "?") -> list[str]:
    """Draw bars; return what must be said in a note because it found no room in or beside its bar."""
    boxes = _boxes(bars, frame, size)
    for bar, box in boxes:
        fill_box(scene, bar.fill, box, size)
        scene.say(box, bar.said)
        _sign(scene, bar, box, size)
    unsaid: list[str] = []
    for bar, box in boxes:
        others = [other for _, other in boxes if other is not box] if bar.words_beside else []
        named = not bar.words or any(_name(scene, bar, words, box, others, frame, size, open_) for words in bar.words)
        if not named and bar.untold:
            unsaid.append(bar.untold)
    return unsaid


def explained(bars: Sequence[Bar], frame: Frame, size: Size) -> tuple[str, ...]:
    """Return what notes must say of the patterns and signs of bars that can be seen, each once."""
    visible = [bar.explained for bar, box in _boxes(bars, frame, size) if box[2] - box[0] > VISIBLE * size.small]
    return tuple(dict.fromkeys(filter(None, visible)))


def _boxes(bars: Sequence[Bar], frame: Frame, size: Size) -> list[tuple[Bar, Box]]:
    return [(bar, box) for bar in bars if (box := _box(bar, frame, size))]


def _box(bar: Bar, frame: Frame, size: Size) -> Box | None:
    """Return the rectangle of a bar as far as it lies in the panel, wide enough to be seen."""
    left, right = (min(max(frame.x(x), frame.left), frame.right) for x in (bar.left, bar.right))
    outside = frame.x(bar.right) <= frame.left or frame.x(bar.left) >= frame.right
    if outside and frame.x(bar.right) != frame.x(bar.left):
        return None
    top, bottom = sorted((frame.y(bar.high), frame.y(bar.low)))
    return left, top, max(right, left + 2 * size.unit), bottom


def fill_box(scene: Scene, fill: Fill, box: Box, size: Size) -> None:
    """Fill a rectangle, with its edge and its pattern."""
    fine = round(1.2 * size.unit, 2)
    scene.add(rectangle(box, fill=fill.colour, stroke=fill.edge or "none", width=fine if fill.edge else 0))
    if fill.hatch:
        pitch = {"/": 9, ".": 14, "x": 7}[fill.hatch] * size.unit
        strokes = hatched(box, colour=fill.lines, pitch=pitch, width=fine)
        scene.add(*strokes, *(_mirrored(strokes, box) if fill.hatch == "x" else ()))


def _sign(scene: Scene, bar: Bar, box: Box, size: Size) -> None:
    """Write the sign of a bar in its middle, where that can be seen."""
    letters = min(size.small, (box[3] - box[1]) / 1.25)
    if bar.sign and box[2] - box[0] > max(VISIBLE * size.small, width(bar.sign, letters)):
        _inside(scene, bar, bar.sign, box, letters, bold=True)


def _mirrored(strokes: Sequence[Path], box: Box) -> list[Path]:
    """Return strokes slanting the other way within the box."""
    return [
        Path(points=[(box[0] + box[2] - x, y) for x, y in path.points], stroke=path.stroke, width=path.width)
        for path in strokes
    ]


def _name(
    scene: Scene, bar: Bar, words: str, box: Box, others: Sequence[Box], frame: Frame, size: Size, open_: str
) -> bool:
    """Write what a bar is, in it, else to its right, else to its left; tell whether there was room."""
    text = words.replace("\n", " ")
    letters = min(size.small, (box[3] - box[1]) / 1.25)
    pad, wide, down = 0.35 * letters, width(text, letters), (box[1] + box[3]) / 2 + 0.35 * letters
    held = wide + 2 * pad <= box[2] - box[0] and (bar.fill.hatch != "x" or text == open_)
    if (held and not bar.sign) or (bar.over and letters >= SMALLEST * size.small):
        return _inside(scene, bar, text, box, letters, bold=text == open_)
    if not bar.words_beside:
        return False
    level = [other for other in others if _level(box, other)]
    reached = max([box[2], *(other[2] for other in level if other[0] <= box[2] + 2 and other[2] > box[2])])
    for left in (reached + pad, box[0] - pad - wide):
        beside = Text(x=left, y=down, text=text, size=letters, colour=theme.TEXT)
        free = not any(meet(beside.box, other, 2) for other in [*level, *(t.box for t in scene.texts)])
        if left >= frame.left and left + wide <= scene.width - size.base and free:
            scene.add(beside)
            return True
    return False


def _inside(scene: Scene, bar: Bar, text: str, box: Box, letters: float, *, bold: bool) -> bool:
    """Write words in the middle of a bar; where they reach beyond it, only clear of all other words."""
    word = Text(
        x=(box[0] + box[2]) / 2, y=(box[1] + box[3]) / 2 + 0.35 * letters, text=text, size=letters,
        colour=bar.fill.ink, behind=bar.fill.colour, anchor="middle", bold=bold,
    )  # fmt: skip
    if word.width > box[2] - box[0] and any(meet(word.box, other.box) for other in scene.texts):
        return False
    if bar.fill.hatch:
        scene.add(rectangle(word.box, fill=bar.fill.colour))
    scene.add(word)
    return True


def _level(box: Box, other: Box) -> bool:
    """Tell whether two bars stand in one row."""
    return box[1] < other[3] and other[1] < box[3]
