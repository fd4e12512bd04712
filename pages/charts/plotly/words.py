"""The words of a figure: titles, labels, signs of gaps, upright lines, and the labels at the ends of lines."""

import textwrap
from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Drawing, End, Gap, Label, Panel, Tick, Upright, X, number
from pages.charts.plotly.parts import Trace, at
from pages.charts.spread import spread

LETTER = 7  # pixels that a letter of the axes takes, with room to the next word
PITCH = 16  # pixels from line to line of a label
NAME_WIDTH = 15  # letters of a name in one line of a label
TITLE_WIDTH = 44  # letters of a title in one line: more leave a screen of 320 pixels
MOST_LINES = 4  # of a name in a label
NARROWEST = 288  # pixels of a chart on the narrowest screen that everything must fit: 320 less the margins of the page
OVER_TICKS = 20  # pixels above the panels that the ticks of an axis at the top take
CREDIT_PITCH, CREDIT_LETTERS = 13, 10  # pixels from line to line of the credit, as Plotly sets its letters of 10
NARROW = 6  # pixels that a letter of 10 or 11 pixels takes
NAME_LINE = 14  # pixels from line to line of a name at an axis: Plotly sets letters of 11 pixels 14.3 apart
WIDE = 25  # letters of a name at an axis in one line: with more, nothing is left for the plot on a narrow screen
MOST_LEFT = 162  # pixels at the left of the plot: WIDE letters at most, or the plot is narrower than its names


def words_of(panel: Panel, drawing: Drawing, axis: str, top: float) -> list[Trace]:
    """Write all that stands in words in a panel and beside it."""
    return [
        *([_title(panel, left(drawing), top)] if panel.title or panel.about else []),
        *(_label(label, axis, drawing, panel) for label in panel.labels),
        *(_gap_sign(gap, axis, drawing, panel) for gap in panel.gaps),
        *(_upright_words(each, axis, drawing, panel) for each in panel.uprights if each.words),
        *_ends(panel, axis),
    ]


def left(drawing: Drawing) -> int:
    """Return the room at the left: what the drawing gives, or more where a name at an axis needs it, in pixels."""
    lines = (line for panel in drawing.panels for tick in panel.up.ticks for line in tick_lines(tick))
    return max(drawing.left, min(NARROW * max(map(len, lines), default=0) + 9, MOST_LEFT))


def right(drawing: Drawing) -> int:
    """Return the room at the right: what the drawing gives, or more where labels at the ends of lines need it."""
    return max([drawing.right, *(label_room(panel.ends) for panel in drawing.panels)])


def tick_lines(tick: Tick) -> list[str]:
    """Write a tick of the axis up: a long name over lines that leave room for the plot on a narrow screen."""
    return [part for line in tick.words.split("\n") for part in textwrap.wrap(line, WIDE) or [""]]


def tick_words(tick: Tick, panel: Panel) -> str:
    """Write a tick as Plotly takes it: a name over more lines than its row has room for in smaller letters."""
    lines = tick_lines(tick)
    room = panel.tall / max(abs(panel.up.high - panel.up.low), 1)
    text = "<br>".join(lines)
    return f'<span style="font-size:9px">{text}</span>' if len(lines) * NAME_LINE > room and len(lines) > 1 else text


def _annotation(text: str, size: float, colour: str, **more: object) -> Trace:
    font = {"family": theme.FONT, "size": size, "color": colour}
    return {"showarrow": False, "text": text, "align": "left", "font": font} | more


def title_lines(panel: Panel) -> list[str]:
    """Write the title of a panel and what it is about over lines that fit the narrowest screen."""
    bold = [f"<b>{line}</b>" for part in panel.title.split("\n") for line in textwrap.wrap(part, TITLE_WIDTH)]
    if bold and len(panel.title.split("\n")[-1]) + len(panel.about) + 2 <= TITLE_WIDTH:
        return [*bold[:-1], f"{bold[-1]}  {panel.about}".rstrip()]
    return [*bold, *textwrap.wrap(panel.about, TITLE_WIDTH)]


def credit(drawing: Drawing) -> Trace:
    """Write the credit under all else, as the title of the figure: the style sheet leaves it out on narrow screens."""
    return {
        "text": "<br>".join(drawing.credit), "x": 0, "xref": "container", "xanchor": "left",
        "y": 0, "yref": "container", "yanchor": "bottom",
        "pad": {"l": 6, "b": 3 + CREDIT_PITCH * (len(drawing.credit) - 1)},  # it is the first line that stands at y
        "font": {"family": theme.FONT, "size": CREDIT_LETTERS, "color": theme.SECONDARY_TEXT},
    }  # fmt: skip


def _title(panel: Panel, edge: int, top: float) -> Trace:
    return _annotation(
        "<br>".join(title_lines(panel)), 12, theme.TEXT, xref="paper", x=0, xanchor="left", xshift=6 - edge,
        yref="paper", y=top, yanchor="bottom", yshift=7,
    )  # fmt: skip


def _label(label: Label, axis: str, drawing: Drawing, panel: Panel) -> Trace:
    text = "<br>".join(label.lines)
    side = "center" if label.across == "middle" else label.across
    if side == "center" and not label.shift[0]:  # what a drawing has moved aside by itself stands as it is
        side = _within(label.x, max(map(len, label.lines)), drawing, panel)
    return _annotation(
        f"<b>{text}</b>" if label.bold else text, label.size, label.colour, x=at(label.x), yref=axis, y=label.y,
        xanchor=side, yanchor=label.down, xshift=label.shift[0], yshift=label.shift[1],
        **({"bgcolor": label.behind} if label.behind else {}),
    ) | {"align": side}  # fmt: skip


def _within(x: X, letters: int, drawing: Drawing, panel: Panel) -> str:
    """Return how words stand at a place so that on a narrow screen they leave free what stands at either side."""
    first, last = number(drawing.across.first), number(drawing.across.last)
    wide = max(NARROWEST - left(drawing) - right(drawing), 1)
    share = (number(x) - first) / ((last - first) or 1)
    half = letters * NARROW / 2
    before = share * wide + (0 if panel.up.ticks else left(drawing))
    after = (1 - share) * wide + (0 if panel.ends else right(drawing))
    return "left" if before < half else "right" if after < half else "center"


def _gap_sign(gap: Gap, axis: str, drawing: Drawing, panel: Panel) -> Trace:
    """Write the publisher's symbol at the foot, halfway through the gap."""
    first, last = gap.dates[0], gap.dates[-1]
    middle = first + (last - first) / 2  # type: ignore[operator]
    return _annotation(
        f"<b>{gap.sign}</b>", 11, theme.SECONDARY_TEXT, x=at(middle), yref=axis, y=gap.at, yanchor="bottom", yshift=1,
        xanchor=_within(middle, len(gap.sign), drawing, panel),
    )  # fmt: skip


def upright_line(upright: Upright, axis: str) -> Trace:
    """Draw a line from the top to the bottom of a panel."""
    return {
        "type": "line", "x0": at(upright.x), "x1": at(upright.x), "yref": f"{axis} domain", "y0": 0, "y1": 1,
        "layer": "below", "line": {"color": upright.colour, "width": upright.width, "dash": upright.dash},
    }  # fmt: skip


def upright_lines(upright: Upright) -> list[str]:
    """Write what an upright line means over short lines."""
    return textwrap.wrap(upright.words, 9)


def over_ticks(drawing: Drawing) -> int:
    """Return the room that the words of upright lines need over an axis at the top, in pixels."""
    lines = (len(upright_lines(each)) for panel in drawing.panels[:1] for each in panel.uprights if each.words)
    return 13 * max(lines, default=0)


def _upright_words(upright: Upright, axis: str, drawing: Drawing, panel: Panel) -> Trace:
    """Say what an upright line means: at its foot where a title stands above the panel, else above it."""
    place: Trace = {"y": 0, "yshift": 2} if panel.title else {"y": 1, "yshift": OVER_TICKS if drawing.across.top else 0}
    lines = upright_lines(upright)
    side = _within(upright.x, max(map(len, lines)), drawing, panel)
    return _annotation(
        "<br>".join(lines), 10, theme.SECONDARY_TEXT, x=at(upright.x), yref=f"{axis} domain", yanchor="bottom",
        xanchor=side, xshift={"left": 2, "right": -2}.get(side, 0), **place,
    ) | {"align": side}  # fmt: skip


def _end_lines(end: End) -> list[str]:
    """Write the label of a line over short lines: sign and name, the figure, and what must be said with it."""
    name = textwrap.wrap(f"{theme.SIGNS[end.look.symbol]} {end.name}", NAME_WIDTH) if end.name else []
    name = name if len(name) <= MOST_LINES else [*name[: MOST_LINES - 1], f"{name[MOST_LINES - 1][: NAME_WIDTH - 1]}…"]
    return [*name, end.figure, *(textwrap.wrap(end.more, NAME_WIDTH) if end.more else [])]


def label_room(ends: Sequence[End]) -> int:
    """Return the room that labels need beside a panel, in pixels."""
    longest = max([0, *(len(line) for end in ends for line in _end_lines(end))])
    return 14 + LETTER * longest if longest else 0


def _ends(panel: Panel, axis: str) -> list[Trace]:
    """Put each label at the height of its line's end, or as near as the others allow."""
    up = panel.up
    ends = sorted(panel.ends, key=lambda end: end.y)
    lines = [_end_lines(end) for end in ends]
    wanted = [(min(max(end.y, up.low), up.high) - up.low) / (up.high - up.low) * panel.tall for end in ends]
    middles = spread(wanted, [float(PITCH * len(each) + 3) for each in lines], panel.tall)
    return [
        _annotation(
            _coloured("<br>".join(text), end), 12, theme.TEXT, xref="paper", x=1, xanchor="left", xshift=8, yref=axis,
            y=up.low + middle / panel.tall * (up.high - up.low), yanchor="middle",
        )
        for end, text, middle in zip(ends, lines, middles, strict=True)
    ]  # fmt: skip


def _coloured(text: str, end: End) -> str:
    """Colour the sign at the beginning of a label; where a place stands alone its figure is bold and coloured."""
    if not end.name:
        return f'<span style="color:{end.look.colour}"><b>{text}</b></span>'
    return f'<span style="color:{end.look.colour}">{text[0]}</span>{text[1:]}'
