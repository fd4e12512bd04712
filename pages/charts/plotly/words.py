"""The words of a figure: titles, labels, signs of gaps, upright lines, and the labels at the ends of lines."""

import textwrap
from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Drawing, End, Gap, Label, Panel, Upright
from pages.charts.plotly.parts import Trace, at
from pages.charts.spread import spread

LETTER = 7  # pixels that a letter of the axes takes, with room to the next word
PITCH = 16  # pixels from line to line of a label
NAME_WIDTH = 15  # letters of a name in one line of a label
TITLE_WIDTH = 44  # letters of a title in one line: more leave a screen of 320 pixels
MOST_LINES = 4  # of a name in a label


def words_of(panel: Panel, drawing: Drawing, axis: str, top: float, *, titled: bool) -> list[Trace]:
    """Write all that stands in words in a panel and beside it."""
    return [
        *([_title(panel, drawing.left, top)] if titled and (panel.title or panel.about) else []),
        *(_label(label, axis) for label in panel.labels),
        *(_gap_sign(gap, axis) for gap in panel.gaps),
        *(_upright_words(upright, axis, titled=bool(panel.title)) for upright in panel.uprights if upright.words),
        *_ends(panel, axis),
    ]


def _annotation(text: str, size: float, colour: str, **more: object) -> Trace:
    font = {"family": theme.FONT, "size": size, "color": colour}
    return {"showarrow": False, "text": text, "align": "left", "font": font} | more


def title_lines(panel: Panel) -> list[str]:
    """Write the title of a panel and what it is about over lines that fit the narrowest screen."""
    bold = [f"<b>{line}</b>" for part in panel.title.split("\n") for line in textwrap.wrap(part, TITLE_WIDTH)]
    if bold and len(panel.title.split("\n")[-1]) + len(panel.about) + 2 <= TITLE_WIDTH:
        return [*bold[:-1], f"{bold[-1]}  {panel.about}".rstrip()]
    return [*bold, *textwrap.wrap(panel.about, TITLE_WIDTH)]


def _title(panel: Panel, left: int, top: float) -> Trace:
    return _annotation(
        "<br>".join(title_lines(panel)), 12, theme.TEXT, xref="paper", x=0, xanchor="left", xshift=6 - left,
        yref="paper", y=top, yanchor="bottom", yshift=7,
    )  # fmt: skip


def _label(label: Label, axis: str) -> Trace:
    text = "<br>".join(label.lines)
    return _annotation(
        f"<b>{text}</b>" if label.bold else text, label.size, label.colour, x=at(label.x), yref=axis, y=label.y,
        xanchor={"middle": "center"}.get(label.across, label.across), yanchor=label.down, align=label.across,
        xshift=label.shift[0], yshift=label.shift[1], **({"bgcolor": label.behind} if label.behind else {}),
    ) | {"align": {"middle": "center"}.get(label.across, label.across)}  # fmt: skip


def _gap_sign(gap: Gap, axis: str) -> Trace:
    """Write the publisher's symbol at the foot, halfway through the gap."""
    first, last = gap.dates[0], gap.dates[-1]
    middle = first + (last - first) / 2  # type: ignore[operator]
    return _annotation(
        f"<b>{gap.sign}</b>", 11, theme.SECONDARY_TEXT, x=at(middle), yref=axis, y=gap.at, yanchor="bottom", yshift=1
    )


def upright_line(upright: Upright, axis: str) -> Trace:
    """Draw a line from the top to the bottom of a panel."""
    return {
        "type": "line", "x0": at(upright.x), "x1": at(upright.x), "yref": f"{axis} domain", "y0": 0, "y1": 1,
        "layer": "below", "line": {"color": upright.colour, "width": upright.width, "dash": upright.dash},
    }  # fmt: skip


def _upright_words(upright: Upright, axis: str, *, titled: bool) -> Trace:
    """Say what an upright line means: at its foot where a title stands above the panel, else above it."""
    place: Trace = {"y": 0, "yshift": 2} if titled else {"y": 1}
    return _annotation(
        "<br>".join(textwrap.wrap(upright.words, 9)), 10, theme.SECONDARY_TEXT, x=at(upright.x),
        yref=f"{axis} domain", yanchor="bottom", align="center", **place,
    ) | {"align": "center"}  # fmt: skip


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
