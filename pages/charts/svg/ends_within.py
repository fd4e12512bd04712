"""The labels of lines that end before the axis does: in the plot, at the figure that they name.

Nothing level leads from there across years without a figure.
"""

from collections.abc import Iterator, Sequence

from pages.charts import theme
from pages.charts.model import End
from pages.charts.svg.ends import Written, kept, lead, write, written
from pages.charts.svg.frame import Frame
from pages.charts.svg.scene import Box, Scene, meets_any, rectangle
from pages.charts.svg.sizes import Size

NEAREST, FARTHEST = 0.7, 2.2  # letters of axes, of a label from the figure that it names
STEPS = 6  # from the nearest to the farthest
LED = 1.5  # letters of axes: a label farther away has dots that lead to it


def draw_within(scene: Scene, ends: Sequence[End], lines: Sequence[Box], frame: Frame, size: Size) -> list[End]:
    """Put each label beside the last figure of its line; return those that found no room in the plot."""
    lost = []
    for label in written(ends, size, frame.bottom - frame.top):
        box = _place(scene, label, lines, frame, size)
        if box is None:
            lost.append(label.end)
        else:
            _draw(scene, label, box, frame, size)
    return lost


def _place(scene: Scene, label: Written, taken: Sequence[Box], frame: Frame, size: Size) -> Box | None:
    """Return where a label stands clear of lines and words near its figure, if there is such a place."""
    if not frame.inside(label.end.y):
        return None
    x, y = frame.x(label.end.x), frame.y(label.end.y)
    others = [*taken, *(text.box for text in scene.texts)]
    return next((box for box in _boxes(label, x, y, size) if _free(box, others, frame, size)), None)


def _draw(scene: Scene, label: Written, box: Box, frame: Frame, size: Size) -> None:
    """Write a label on white; a mark beside it would be taken for another figure."""
    x, y = frame.x(label.end.x), frame.y(kept(label.end.y, frame))
    near = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
    if abs(near[0] - x) + abs(near[1] - y) > LED * size.base:
        lead(scene, (x, y), near, size)
    scene.add(rectangle(box, fill=theme.BACKGROUND))
    write(scene, label, box[0], (box[1] + box[3]) / 2)


def _boxes(label: Written, x: float, y: float, size: Size) -> Iterator[Box]:
    """Yield where a label may stand: to the right of a point, above, below and to the left, near it first."""
    wide, tall = label.width, label.tall
    for step in range(STEPS + 1):
        away = size.base * (NEAREST + (FARTHEST - NEAREST) * step / STEPS)
        over, under = y - tall / 2 - away, y + tall / 2 + away
        for left, middle in (
            (x + away, y), (x + away, over), (x + away, under), (x - wide / 2, over), (x - wide / 2, under),
            (x - wide - away, over), (x - wide - away, under), (x - wide - away, y),
        ):  # fmt: skip
            yield left, middle - tall / 2, left + wide, middle + tall / 2


def _free(box: Box, others: Sequence[Box], frame: Frame, size: Size) -> bool:
    within = frame.left < box[0] and box[2] < frame.right and frame.top < box[1] and box[3] < frame.bottom
    return within and not meets_any(box, others, 3 * size.unit)
