"""The words of a panel: at its axes, at places within it, at gaps, at upright lines, and at the ends of lines."""

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from pages.charts.fluid.places import END_AWAY, LETTERS, TICK_AWAY, across, down, end_lines, left, percent, right
from pages.charts.model import Drawing, End, Gap, Label, Panel, Tick, Upright, X
from pages.charts.spread import spread
from pages.charts.svg.lettering import width

PITCH = 16  # pixels from line to line of a label at the end of a line
UPRIGHT = 9  # letters in a line of what an upright line means
SIDES = {"left": "0", "middle": "-50%", "right": "-100%"}  # by how much words move that stand at a place with this part
DOWN = {"top": "0", "middle": "-50%", "bottom": "-100%"}
STEPS = (8, 4, 2, 1)  # between ticks across that are named, where the frame has no room for more
TICK_ROOM = 8  # pixels between the words of two ticks


def words(panel: Panel, drawing: Drawing) -> str:
    """Write all that stands in words in a panel and beside it."""
    return "".join(
        [
            *(_tick(tick, panel) for tick in panel.up.ticks),
            *(_upright(each, panel, drawing) for each in panel.uprights if each.words),
            *(_gap(gap, panel, drawing) for gap in panel.gaps),
            *(_label(label, panel, drawing) for label in panel.labels),
            *_ends(panel),
        ]
    )


def _text(lines: Sequence[str], style: str, *, bold: bool = False) -> str:
    text = "<br>".join(map(escape, lines))
    return f'<span style="{style}">{f"<b>{text}</b>" if bold else text}</span>'


def _tick(tick: Tick, panel: Panel) -> str:
    away = f"right:calc(100% + {TICK_AWAY}px);text-align:right"
    return _text(tick.words.split("\n"), f"{away};top:{percent(down(tick.at, panel.up))};transform:translateY(-50%)")


def _label(label: Label, panel: Panel, drawing: Drawing) -> str:
    right_by, up_by = label.shift
    where = f"calc({percent(across(label.x, drawing.across))} + {right_by:g}px)"
    if label.across == "middle" and not right_by:  # what a drawing has moved aside by itself stands as it is
        where = _within(label.x, label.lines, label.size, panel, drawing)
    behind = f";background:{label.behind}" if label.behind else ""
    if label.across == "left":  # on a narrow screen over two lines, where one would leave it
        room = right(drawing) - right_by
        behind += f";max-width:calc({percent(1 - across(label.x, drawing.across))} + {room:.0f}px)"
    style = (
        f"left:{where};top:calc({percent(down(label.y, panel.up))} - {up_by:g}px);"
        f"transform:translate({SIDES[label.across]},{DOWN[label.down]});font-size:{label.size:g}px;"
        f"color:{label.colour};text-align:{'center' if label.across == 'middle' else label.across}{behind}"
    )
    return _text(label.lines, style, bold=label.bold)


def _within(x: X, lines: Sequence[str], size: float, panel: Panel, drawing: Drawing) -> str:
    """Write where the middle of words stands so that they leave free what stands at either side of the plot."""
    half = max(width(line, size, bold=True) for line in lines) / 2
    low = half - (0 if panel.up.ticks else left(drawing))
    high = half - (0 if panel.ends else right(drawing))
    return f"clamp({low:.0f}px,{percent(across(x, drawing.across))},100% - {high:.0f}px)"


def _gap(gap: Gap, panel: Panel, drawing: Drawing) -> str:
    """Write the publisher's symbol at the foot, halfway through the gap."""
    first, last = gap.dates[0], gap.dates[-1]
    middle = first + (last - first) / 2  # type: ignore[operator]
    sign = Label(x=middle, y=gap.at, lines=(gap.sign,), across="middle", down="bottom", shift=(0, 1), bold=True)
    return _label(sign, panel, drawing)


def _upright(upright: Upright, panel: Panel, drawing: Drawing) -> str:
    """Say what an upright line means, at its foot."""
    lines = tuple(textwrap.wrap(upright.words, UPRIGHT))
    said = Label(x=upright.x, y=panel.up.low, lines=lines, across="middle", down="bottom", shift=(0, 2), size=10)
    return _label(said, panel, drawing)


def _ends(panel: Panel) -> Iterator[str]:
    """Put each label at the height of its line's end, or as near as the others allow."""
    ends = sorted(panel.ends, key=lambda end: end.y)
    lines = [end_lines(end) for end in ends]
    wanted = [(1 - down(min(max(end.y, panel.up.low), panel.up.high), panel.up)) * panel.tall for end in ends]
    middles = spread(wanted, [float(PITCH * len(each) + 3) for each in lines], panel.tall)
    for end, text, middle in zip(ends, lines, middles, strict=True):
        yield (
            f'<span class="end" style="left:calc(100% + {END_AWAY}px);top:{percent(1 - middle / panel.tall)}">'
            f"{_coloured(text, end)}</span>"
        )


def _coloured(lines: Sequence[str], end: End) -> str:
    """Colour the sign at the beginning of a label; where a place stands alone its figure is bold and coloured."""
    text = "<br>".join(map(escape, lines))
    if not end.name:
        return f'<b style="color:{end.look.colour}">{text}</b>'
    return f'<i style="color:{end.look.colour}">{text[0]}</i>{text[1:]}'


def axis(drawing: Drawing) -> str:
    """Write the axis across: as many of its ticks named as fit the frame, the last always."""
    ticks = drawing.across.ticks
    wide = max((width(tick.words, LETTERS) for tick in ticks), default=0) + TICK_ROOM
    named = []
    for back, tick in enumerate(reversed(ticks)):
        step = next(step for step in STEPS if back % step == 0)
        fits = "" if step == STEPS[0] else f"max-width:max(0px,(100cqw - {wide * len(ticks) / step:.0f}px)*999)"
        where = percent(across(tick.at, drawing.across))
        named.append(
            f'<i style="left:{where}"></i><span style="left:{where}"><b style="{fits}">{escape(tick.words)}</b></span>'
        )
    return f'<div class="axis">{"".join(named)}</div>'
