"""How many authorities have a figure on each date, as a picture with the reasons for those that have none."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import Indicator
from pages.charts import axes, theme
from pages.charts.model import Across, Bar, Drawing, Entry, Fill, Panel, Tick
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from pages.charts.years import measured, year_mark
from queries.rows.catalogue import Publication
from queries.rows.indicator import Covered

TALL = 220  # pixels: a bar of 150 authorities is told apart from one of 145
HALF = 0.38  # of the distance between two dates: bars stand apart
FILLS = {
    "published": Fill(colour=theme.CHOSEN),
    "rounds_to_zero": Fill(colour="#6bace6", hatch=".", lines=theme.CHOSEN),
    "suppressed": Fill(colour="#f0e6ec", hatch="/", lines="#801650", edge="#801650"),
    "unreliable": Fill(colour="#ffffff", hatch="x", lines="#6f6f6f", edge="#6f6f6f"),
    "not_available": Fill(colour="#ffffff", edge="#6f6f6f"),
    "not_applicable": Fill(colour="#d9d9d9", edge="#6f6f6f"),
}
WORDS = {"published": "figure given"} | theme.STATUS_WORDS


def drawing(rows: Sequence[Covered], indicator: Indicator) -> Drawing:
    """Draw a bar for each date, its parts by status: counts of authorities, on which no claim has a place."""
    dates = sorted({row.period_end for row in rows})
    bars = [bar for at, when in enumerate(dates) for bar in _bars([r for r in rows if r.period_end == when], at)]
    ticks = tuple(Tick(at=float(at), words=year_mark(when, basis=indicator.basis)) for at, when in enumerate(dates))
    top = max(bar.high for bar in bars)
    panel = Panel(
        title=indicator.title, about="authorities and joint returns in the files, by what stands for them", tall=TALL,
        up=axes.figures_up([top], "number", most=4), bars=tuple(bars),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=Across(first=-0.6, last=len(dates) - 0.4, ticks=ticks), left=46, right=12)


def _bars(rows: Sequence[Covered], at: int) -> list[Bar]:
    found, low = [], 0
    for status in FILLS:
        count = sum(row.areas for row in rows if row.status == status)
        if count:
            found.append(
                Bar(left=at - HALF, right=at + HALF, low=float(low), high=float(low + count), fill=FILLS[status],
                    said=(f"{count}: {WORDS[status]}",))
            )  # fmt: skip
        low += count
    return found


def key(rows: Sequence[Covered]) -> list[Entry]:
    """List what the fills stand for, those that occur."""
    held = {row.status for row in rows}
    return [Entry(words=WORDS[status], fill=fill) for status, fill in FILLS.items() if status in held]


def said(rows: Sequence[Covered], indicator: Indicator) -> str:
    """Say how far an indicator reaches, for those who do not see the picture."""
    first, last = min(row.period_end for row in rows), max(row.period_end for row in rows)
    given, without = _counted(rows, last)
    return (
        f"{indicator.title}: from {year_mark(first, basis=indicator.basis)} to "
        f"{year_mark(last, basis=indicator.basis)}; on the last date {given} authorities and joint returns have a "
        f"figure, and {without} in the files have none."
    )


def picture(
    rows: Sequence[Covered], indicator: Indicator, sources: Sequence[Publication], *, version: str, link: str
) -> Picture:
    """Put words around the bars, to take them away.

    Parameters
    ----------
    rows, indicator
        What is drawn.
    sources
        The publications behind it.
    version, link
        Of the data, and the address of the view.
    """
    return Picture(
        headline=f"{indicator.title}: authorities with a figure, and without",
        subtitle=f"England. {measured(indicator)}. Authorities and joint returns in the files of each date.",
        drawing=drawing(rows, indicator), alternative=said(rows, indicator), notes=(),
        source=credited(sources, register=False), stamp=stamp(version=version, link=link), key=tuple(key(rows)),
        name=("coverage", indicator.short_title),
    )  # fmt: skip


def _counted(rows: Sequence[Covered], when: date) -> tuple[int, int]:
    given = sum(row.areas for row in rows if row.period_end == when and row.status in ("published", "rounds_to_zero"))
    return given, sum(row.areas for row in rows if row.period_end == when) - given
