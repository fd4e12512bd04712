"""The chart of demand against money: nought in the middle of both axes, and how many lie in each quarter."""

from collections import Counter
from collections.abc import Sequence
from math import log

from pages.charts import axes, theme
from pages.charts.model import Across, Drawing, Entry, Label, Mark, Panel, Tick, Up, Upright
from pages.charts.words import lowered
from pages.england.drawings import CHOSEN
from pages.england.quarters import QUARTERS, Of, Pair, percent, quarter

TALL = 380  # pixels: a hundred and fifty marks are told apart, and the sentence above stays on the first screen
ROOM = 0.35  # on the scale of logarithms, beyond the farthest change: its mark and its name stay within
TICKS = (-75, -50, 0, 100, 300, 700, 1500)  # per cent: each doubles, as far from the one before as halving
ONE = "#12436d"


def drawing(rows: Sequence[Pair], of: Of, chosen: Sequence[str]) -> Drawing:
    """Draw one mark an authority, nought in the middle of both axes, and how many lie in each quarter.

    Parameters
    ----------
    rows
        Of `paired`; those left out are not drawn, and the page names them.
    of
        What is set against what.
    chosen
        Codes of the authorities that are marked.
    """
    drawn = [row for row in rows if not row.left_out]
    every = [(row.demand, row.spend) for row in drawn] + ([of.england] if of.england else [])
    across = _across([demand for demand, _ in every], of)
    low, high = _ends([spend for _, spend in every])
    panel = Panel(
        title="Change of spend, %", about=lowered(of.spend.short_title), tall=TALL,
        up=Up(low=low, high=high, ticks=_ticks(low, high)),
        uprights=(Upright(x=0.0, dash="solid", colour=theme.AXIS),),
        marks=(*(_mark(row, chosen) for row in drawn), *_of_england(of)),
        labels=(*_corners(drawn, across, low, high), *(_name(row) for row in drawn if row.area_code in chosen)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=across, left=56, right=24)


def _at(change: float) -> float:
    """Place a change in per cent on the scale of logarithms: a single one far out would press all others together."""
    return log(1 + change / 100)


def _ends(changes: Sequence[float]) -> tuple[float, float]:
    return min(0.0, *map(_at, changes)) - ROOM, max(0.0, *map(_at, changes)) + ROOM


def _ticks(low: float, high: float) -> tuple[Tick, ...]:
    return tuple(Tick(at=_at(each), words=f"{axes.plus_minus(each)}%") for each in TICKS if low <= _at(each) <= high)


def _across(values: Sequence[float], of: Of) -> Across:
    low, high = _ends(values)
    return Across(first=low, last=high, ticks=_ticks(low, high), title=f"Change of {lowered(of.demand.title)}, %")


def _mark(row: Pair, chosen: Sequence[str]) -> Mark:
    one = row.area_code in chosen
    told = (row.area_name, f"demand {percent(row.demand)}, spend {percent(row.spend)}", quarter(row))
    return Mark(
        x=_at(row.demand),
        y=_at(row.spend),
        symbol="circle",
        size=11 if one else 7,
        colour=CHOSEN if one else ONE,
        said=told,
    )


def _of_england(of: Of) -> list[Mark]:
    if of.england is None:
        return []
    told = ("England", f"demand {percent(of.england[0])}, spend {percent(of.england[1])}")
    return [Mark(x=_at(of.england[0]), y=_at(of.england[1]), symbol="diamond", size=13, colour=theme.TEXT, said=told)]


def _name(row: Pair) -> Label:
    return Label(x=_at(row.demand), y=_at(row.spend), lines=(row.area_name,), shift=(8, 0), bold=True,
                 colour=theme.TEXT, behind=theme.BACKGROUND, optional=True)  # fmt: skip


def _corners(rows: Sequence[Pair], across: Across, low: float, high: float) -> list[Label]:
    counts = Counter(map(quarter, rows))
    return [
        Label(x=across.last if rose == "rose" else across.first, y=high if money == "rose" else low,
              lines=_lines(counts[words], words), across="right" if rose == "rose" else "left",
              down="top" if money == "rose" else "bottom", bold=True, behind=theme.BACKGROUND)
        for (rose, money), words in QUARTERS.items()
    ]  # fmt: skip


def _lines(count: int, words: str) -> tuple[str, ...]:
    """Write how many lie in a quarter, in two lines where one would meet the next quarter's on a narrow screen."""
    first, while_, second = f"{count}: {words}".partition(" while ")
    return (first, f"{while_}{second}".strip()) if second else (first,)


def key(of: Of) -> tuple[Entry, ...]:
    """List the marks."""
    return (Entry(words="one authority", sign="●"), *([Entry(words="England", sign="◆")] if of.england else []))
