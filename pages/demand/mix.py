"""What spend was on: the share of each of three lines in all three together, year by year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pages.charts import theme
from pages.charts.model import Bar, Entry, Fill, Panel, Tick, Up, Upright
from pages.charts.years import year_mark
from queries.rows.demand import Mix

HALF = timedelta(days=140)  # on both sides of the end of a year: bars of two years stand apart
TALL = 92  # pixels, as the panels above it
FILLS = {
    "safeguarding": Fill(colour=theme.CHOSEN, edge=theme.BACKGROUND),
    "children looked after": Fill(colour="#6bace6", edge=theme.BACKGROUND, hatch=".", lines=theme.CHOSEN),
    "family support": Fill(colour="#ffffff", edge=theme.CHOSEN, hatch="/", lines=theme.CHOSEN),
}
UP = Up(low=0, high=100, ticks=tuple(Tick(at=at, words=f"{at:g}%") for at in (0.0, 50.0, 100.0)))


def shares(row: Mix) -> dict[str, float]:
    """Return the share of each line in per cent; none where one of the three has no figure, or all are 0."""
    parts = (row.safeguarding, row.looked_after, row.family_support)
    whole = row.whole
    return {line: 100 * (part or 0.0) / whole for line, part in zip(FILLS, parts, strict=True)} if whole else {}


def panel(rows: Sequence[Mix], breaks: Sequence[Upright]) -> Panel:
    """Draw a bar for each year that has all three lines, and where any of them was redefined."""
    return Panel(
        title="What it was spent on", about="% of the three lines, by financial year", tall=TALL, up=UP,
        uprights=tuple({line.x: replace(line, words="") for line in breaks}.values()),
        bars=tuple(bar for row in rows for bar in _bars(row)),
    )  # fmt: skip


def _bars(row: Mix) -> list[Bar]:
    found, low = [], 0.0
    for line, share in shares(row).items():
        found.append(
            Bar(left=row.period_end - HALF, right=row.period_end + HALF, low=low, high=low + share, fill=FILLS[line],
                said=(f"{line}: {share:.1f}%, {year_mark(row.period_end, basis='year')}",))
        )  # fmt: skip
        low += share
    return found


def key() -> list[Entry]:
    """List the fills."""
    return [Entry(words=f"spend on {line}", fill=fill) for line, fill in FILLS.items()]


def said(rows: Sequence[Mix], name: str) -> str:
    """Say the shares of the newest year that has them, and what they were in the first that compares with it."""
    known = [row for row in rows if row.comparable and shares(row)]
    if not known:
        return f"{name}: in no year that compares do all three lines of spend have a figure."
    first, last = known[0], known[-1]
    then = f" (in {year_mark(first.period_end, basis='year')} {_listed(first)})" if first is not last else ""
    return (
        f"In {year_mark(last.period_end, basis='year')} {name} spent of the three lines together {_listed(last)}{then}."
    )


def _listed(row: Mix) -> str:
    parts = [f"{share:.1f}% on {line}" for line, share in shares(row).items()]
    return f"{parts[0]}, {parts[1]} and {parts[2]}"
