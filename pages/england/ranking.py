"""One row an authority: its figure with its interval, in the order of names until another is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from data.catalogue import Indicator
from pages.charts.model import Bar, Drawing, End, Fill, Look, Mark, Panel, Tick, Up
from pages.england import drawings
from queries.rows.england import AuthorityYear

ROW = 25  # pixels of a row: a long name stands in two lines of 9 pixels
RANK = Look(colour="#484949")
FEW = 40  # rows of which each has room for its rank: more are the country, whose ranks are in the table
APART = "Small numbers: not ranked"
SAID = "the rank among all authorities, 1 = lowest, as the range that chance leaves it (in the table for every one)"
INTERVAL = Fill(colour="#c9d6e0")


def ranking(rows: Sequence[AuthorityYear], *, order: str, indicator: Indicator, chosen: Sequence[str]) -> Drawing:
    """Draw the figure of each authority with its 95% interval.

    Parameters
    ----------
    rows
        Of `queries.england.year`; those without a figure have no row here, and the page names them.
    order
        name or value.
    """
    drawn = in_order(rows, order)
    ends = [end for row in drawn for end in (row.upper_95, row.value) if end is not None]
    few = len(drawn) <= FEW
    apart = [row for row in drawn if row.small]
    panels = [_panel([row for row in drawn if not row.small], indicator, chosen, rows, few=few)]
    if apart:
        panels.append(replace(_panel(apart, indicator, chosen, rows, few=False), title=APART, uprights=()))
    return Drawing(
        panels=tuple(panels), across=drawings.across(ends, indicator, top=True), left=190, right=20, between=8
    )


def _panel(
    drawn: Sequence[AuthorityYear],
    indicator: Indicator,
    chosen: Sequence[str],
    rows: Sequence[AuthorityYear],
    *,
    few: bool,
) -> Panel:
    """Draw rows one below the other; where they are few, each ends in its rank as a range."""
    high = max(len(drawn), 1)
    return Panel(
        up=Up(low=0, high=high, ticks=tuple(_ticks(drawn)), grid=False, zero=False),
        tall=ROW * high, uprights=drawings.england(rows, indicator),
        bars=tuple(_intervals(drawn)), marks=tuple(_marks(drawn, indicator, chosen)),
        ends=tuple(_ranks(drawn)) if few else (),
    )  # fmt: skip


def _ranks(drawn: Sequence[AuthorityYear]) -> list[End]:
    """Write the rank beside each interval, as the range that chance leaves it where that is known."""
    return [
        End(name="", figure=f"{row.rank_low} to {row.rank_high}" if row.rank_low is not None else f"{row.rank}",
            x=0.0, y=_middle(n, drawn), look=RANK)
        for n, row in enumerate(drawn)
        if row.rank is not None
    ]  # fmt: skip


def in_order(rows: Sequence[AuthorityYear], order: str) -> list[AuthorityYear]:
    """Put those with a figure in order; what rounds to 0 is the lowest."""
    drawn = [row for row in rows if not row.tiny and (row.value is not None or row.status == "rounds_to_zero")]
    if order == "value":
        return sorted(drawn, key=lambda row: (row.value or 0.0, row.area_name))
    return sorted(drawn, key=lambda row: row.area_name)


def _middle(place: int, rows: Sequence[AuthorityYear]) -> float:
    return len(rows) - 0.5 - place


def _ticks(rows: Sequence[AuthorityYear]) -> list[Tick]:
    return [Tick(at=_middle(place, rows), words=row.area_name) for place, row in enumerate(rows)]


def _intervals(rows: Sequence[AuthorityYear]) -> list[Bar]:
    return [
        Bar(
            left=row.lower_95,
            right=row.upper_95,
            low=_middle(n, rows) - 0.18,
            high=_middle(n, rows) + 0.18,
            fill=INTERVAL,
        )
        for n, row in enumerate(rows)
        if row.lower_95 is not None and row.upper_95 is not None and row.lower_95 < row.upper_95
    ]


def _marks(rows: Sequence[AuthorityYear], indicator: Indicator, chosen: Sequence[str]) -> list[Mark]:
    return [
        Mark(
            x=row.value or 0.0, y=_middle(place, rows), symbol="circle", size=8,
            colour=drawings.CHOSEN if row.area_code in chosen else "#12436d", hollow=row.small or row.doubted,
            said=drawings.said(row, indicator),
        )
        for place, row in enumerate(rows)
    ]  # fmt: skip
