"""The lines, bars and marks of a panel as traces."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from math import nan

from pages.charts import theme
from pages.charts.model import Area, Band, Bar, Fill, Gap, Line, Mark, Panel, X
from pages.charts.plotly.parts import Trace, at, said

CASING = 3  # pixels of white around a line, so that it stands out from what is behind it
DAY = 86_400_000  # milliseconds, in which Plotly counts the length of a bar on a date axis
HATCHES = {"/": (7, 0.2), ".": (10, 0.12), "x": (6, 0.3)}  # size in pixels, share that is inked


def traces_of(panel: Panel, axis: str) -> list[Trace]:
    """Draw what is in a panel from the back to the front."""
    bars = sorted(panel.bars, key=_alike)
    return [
        *(_band(band, axis) for band in panel.bands),
        *(_area(area, axis) for area in panel.areas),
        *(_bars(list(alike), axis) for _, alike in groupby(bars, key=_alike)),
        *(trace for line in panel.lines for trace in _line(line, axis)),
        *(_gap(gap, axis) for gap in panel.gaps),
        *_marks(panel.marks, axis),
    ]


def _scatter(axis: str, mode: str, **more: object) -> Trace:
    return {"type": "scatter", "mode": mode, "yaxis": axis, "connectgaps": False, "showlegend": False} | more


def _line(line: Line, axis: str) -> list[Trace]:
    x: list[str | float] = []
    y: list[float | None] = []
    answers: list[str] = []
    symbols: list[str] = []
    for run in line.runs:
        x += [*(at(point.x) for point in run), at(run[-1].x)]
        y += [*(point.y for point in run), None]
        answers += [*(said(point.said) for point in run), ""]
        symbols += [*(point.symbol or line.look.symbol for point in run), "circle"]
    look = line.look
    pointed: Trace = (
        {"hoverinfo": "skip"} if line.quiet else {"text": answers, "hovertemplate": "%{text}<extra></extra>"}
    )
    shared: Trace = {"x": x, "y": y, "cliponaxis": line.clipped}
    shape = "hv" if line.stepped else "linear"
    symbol = symbols if any(point.symbol for point in line.points) else look.symbol or "circle"
    drawn = _scatter(axis, "lines+markers" if look.symbol else "lines", **shared, **pointed) | {
        "line": {"color": look.colour, "width": look.width, "dash": look.dash, "shape": shape},
        "marker": {"color": look.colour, "size": look.size, "symbol": symbol,
                   "line": {"width": 1.5, "color": look.colour}},
    }  # fmt: skip
    edge = {"color": theme.BACKGROUND, "width": look.width + CASING, "shape": shape}
    return [*([_scatter(axis, "lines", **shared, hoverinfo="skip", line=edge)] if line.cased else []), drawn]


def _band(band: Band, axis: str) -> Trace:
    x: list[str | float] = []
    y: list[float | None] = []
    for run in band.runs:
        steps = list(_stepped(run)) if band.stepped else list(run)
        x += [at(when) for when, _, _ in steps] + [at(when) for when, _, _ in reversed(steps)] + [at(steps[0][0])]
        y += [low for _, low, _ in steps] + [high for _, _, high in reversed(steps)] + [None]
    return _scatter(axis, "lines", x=x, y=y, fill="toself", fillcolor=band.colour, line={"width": 0}, hoverinfo="skip")


def _area(area: Area, axis: str) -> Trace:
    """Fill a shape; the pointer is answered anywhere in it."""
    x = [at(across) for ring in area.rings for across, _ in (*ring, (nan, nan))]
    y = [up for ring in area.rings for _, up in (*ring, (nan, nan))]
    fill = area.fill
    edge = {"color": fill.edge or theme.BACKGROUND, "width": 2.5 if fill.edge else 0.5}
    return _scatter(axis, "lines", x=x, y=y, fill="toself", line=edge, hoveron="fills", hoverinfo="text",
                    text=said(area.said), fillcolor=fill.colour) | (_hatched(fill) if fill.hatch else {})  # fmt: skip


def _hatched(fill: Fill) -> Trace:
    size, solidity = HATCHES[fill.hatch]
    return {
        "fillpattern": {"shape": fill.hatch, "bgcolor": fill.colour, "fgcolor": fill.lines, "size": size,
                        "solidity": solidity},
    }  # fmt: skip


def _stepped(run: Sequence[tuple[X, float, float]]) -> Iterable[tuple[X, float, float]]:
    """Keep each figure level up to the next."""
    for (when, low, high), (after, _, _) in zip(run, run[1:], strict=False):
        yield when, low, high
        yield after, low, high
    yield run[-1]


def _alike(bar: Bar) -> tuple[str, bool, bool, bool]:
    """Return what bars of one trace have in common."""
    return repr(bar.fill), bar.over, bar.words_beside, bool(bar.said)


def _bars(bars: list[Bar], axis: str) -> Trace:
    """Draw the bars that look alike; words beside a bar have the colour of the text, whatever its fill."""
    one, fill, dated = bars[0], bars[0].fill, isinstance(bars[0].left, date)
    size, solidity = HATCHES.get(fill.hatch, HATCHES["/"])
    font = {"family": theme.FONT, "size": 11 if one.over else 12, "color": fill.ink}
    pointed: Trace = {"hovertext": [said(bar.said) for bar in bars], "hovertemplate": "%{hovertext}<extra></extra>"}
    return {
        "type": "bar", "orientation": "h", "yaxis": axis, "showlegend": False,
        "y": [(bar.low + bar.high) / 2 for bar in bars],
        "width": [abs(bar.high - bar.low) for bar in bars],
        "base": [at(bar.left) for bar in bars],
        "x": [_length(bar) * (DAY if dated else 1) for bar in bars],
        "text": [bar.words[0].replace("\n", "<br>") if bar.words else "" for bar in bars],
        "textposition": "auto" if one.words_beside else "inside", "insidetextanchor": "middle", "textangle": 0,
        "insidetextfont": font, "outsidetextfont": font | {"color": theme.TEXT},
        "constraintext": "none" if one.over or one.words_beside else "both",
        "marker": {
            "color": fill.colour,
            "line": {"color": fill.edge or fill.colour, "width": 1 if fill.edge else 0},
            "pattern": {"shape": fill.hatch, "bgcolor": fill.colour, "fgcolor": fill.lines, "size": size,
                        "solidity": solidity},
        },
    } | (pointed if one.said else {"hoverinfo": "skip"})  # fmt: skip


def _length(bar: Bar) -> float:
    if isinstance(bar.left, date) and isinstance(bar.right, date):
        return float((bar.right - bar.left).days)
    return float(bar.right) - float(bar.left)  # type: ignore[arg-type]


def _marks(marks: Sequence[Mark], axis: str) -> Iterable[Trace]:
    """Draw marks, those that look alike together, in the order in which the first of each stands."""
    looks: dict[tuple[object, ...], list[Mark]] = {}
    for mark in marks:
        looks.setdefault((mark.symbol, mark.size, mark.colour, mark.hollow, mark.ink, bool(mark.text)), []).append(mark)
    for alike in looks.values():
        one = alike[0]
        pointed: Trace = {
            "hovertext": [said(mark.said) for mark in alike],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        yield _scatter(
            axis, "markers+text" if one.text else "markers", cliponaxis=False,
            x=[at(mark.x) for mark in alike], y=[mark.y for mark in alike], text=[mark.text for mark in alike],
            textfont={"family": theme.FONT, "size": 11, "color": one.ink},
            marker={
                "symbol": one.symbol + ("-open" if one.hollow and not one.text else ""), "size": one.size,
                "color": theme.BACKGROUND if one.hollow and one.text else one.colour,
                "line": {"width": 1.5, "color": one.colour},
            },
            **(pointed if any(mark.said for mark in alike) else {"hoverinfo": "skip"}),
        )  # fmt: skip


def _gap(gap: Gap, axis: str) -> Trace:
    """Answer the pointer where a figure is missing: nothing is drawn but the sign, which stands among the words."""
    return _scatter(
        axis, "markers", x=[at(when) for when in gap.dates], y=[gap.at] * len(gap.dates), cliponaxis=False,
        text=[said(lines) for lines in gap.said] or [f"{gap.years}: {gap.reason}"] * len(gap.dates),
        hovertemplate="%{text}<extra></extra>", marker={"size": 16, "color": gap.colour, "opacity": 0},
    )  # fmt: skip
