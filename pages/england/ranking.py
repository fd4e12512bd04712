"""One row an authority: its figure with its interval, in the order of names until another is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from data.catalogue import Indicator
from pages.charts.claimed import Claimed
from pages.charts.model import Bar, Drawing, Entry, Fill, Mark, Panel, Tick, Upright
from pages.england import claims as marked
from pages.england import drawings
from queries.rows.england import AuthorityYear

ROW = 25  # pixels of a row: a long name stands in two lines of 9 pixels
WITH_RANK = 27  # pixels of a row where names have their rank: neighbours of two lines stand clear of each other
FEW = 40  # rows of which each has room for its rank: more are the country, whose ranks are in the table
APART = "Small numbers: not ranked"
SAID = "beside a name: its rank among all authorities, 1 = lowest"
RANGED = f"{SAID}, as the range that chance leaves it where that is known"
Placed = tuple[AuthorityYear, float]
INTERVAL = Fill(colour="#c9d6e0")


def ranking(
    rows: Sequence[AuthorityYear], *, order: str, indicator: Indicator, chosen: Sequence[str],
    claims: Sequence[Claimed] = (),
) -> Drawing:  # fmt: skip
    """Draw the figure of each authority with its 95% interval.

    Parameters
    ----------
    rows
        Of `queries.england.year`; those without a figure have no row here, and the page names them.
    order
        name or value.
    claims
        Marked on the rows of those whose they are.
    """
    drawn = in_order(rows, order)
    ends = [end for row in drawn for end in (row.upper_95, row.value) if end is not None]
    few = len(drawn) <= FEW
    ranked, apart = ([row for row in drawn if row.small == small] for small in (False, True))
    own = {row.area_code for row in apart} if ranked else set()
    of_ranked, of_apart = ([each for each in claims if (each.area in own) == small] for small in (False, True))
    first = _panel(ranked, indicator, chosen, uprights=drawings.england(rows, indicator), few=few, claims=of_ranked)
    beyond = tuple(replace(each, words="", several="") for each in first.uprights)
    panels = (
        *([first] if ranked or not apart else []),
        *([replace(_panel(apart, indicator, chosen, uprights=beyond, few=few, claims=of_apart), title=APART)]
          if apart else []),
    )  # fmt: skip
    across = drawings.across([*ends, *(each.value for each in claims)], indicator, top=True)
    return Drawing(panels=panels, across=across, left=190 if few else 150, right=20)


def key(rows: Sequence[AuthorityYear], drawing: Drawing) -> tuple[Entry, ...]:
    """Say what the signs are, those alone that are drawn: of some figures no interval, of most years no range is known.

    Parameters
    ----------
    rows, drawing
        As `ranking` takes and draws them.
    """
    found = drawings.key(drawing)
    if any(panel.bars for panel in drawing.panels):
        found = (*found, Entry(words="95% interval of what chance could have made of it", fill=INTERVAL))
    drawn = in_order(rows, "name")
    ranked = [row for row in drawn if row.rank is not None]
    if not ranked or len(drawn) > FEW:
        return found
    ranged = any(row.rank_low is not None for row in ranked)
    return (*found, Entry(words=RANGED, sign="(1 to 9)") if ranged else Entry(words=SAID, sign="(9)"))


def _panel(
    rows: Sequence[AuthorityYear], indicator: Indicator, chosen: Sequence[str], *, uprights: tuple[Upright, ...],
    few: bool, claims: Sequence[Claimed],
) -> Panel:  # fmt: skip
    """Draw rows from the top down."""
    placed = [(row, len(rows) - 0.5 - place) for place, row in enumerate(rows)]
    up = marked.up(_ticks(placed, few=few), claims)
    return Panel(
        up=up, tall=(WITH_RANK if few else ROW) * up.high, uprights=uprights, bars=tuple(_intervals(placed)),
        marks=(*_marks(placed, indicator, chosen), *marked.marks(claims, {row.area_code: y for row, y in placed})),
    )  # fmt: skip


def in_order(rows: Sequence[AuthorityYear], order: str) -> list[AuthorityYear]:
    """Put those with a figure in order; what rounds to 0 is the lowest."""
    drawn = [row for row in rows if not row.tiny and (row.value is not None or row.status == "rounds_to_zero")]
    if order == "value":
        return sorted(drawn, key=lambda row: (row.value or 0.0, row.area_name))
    return sorted(drawn, key=lambda row: row.area_name)


def _ticks(placed: Sequence[Placed], *, few: bool) -> list[Tick]:
    """Name the rows; where they are few, with the rank as the range that chance leaves it where that is known."""
    return [Tick(at=y, words=f"{row.area_name}{_rank(row) if few else ''}") for row, y in placed]


def _rank(row: AuthorityYear) -> str:
    if row.rank is None:
        return ""
    return f" ({row.rank_low} to {row.rank_high})" if row.rank_low is not None else f" ({row.rank})"


def _intervals(placed: Sequence[Placed]) -> list[Bar]:
    return [
        Bar(left=row.lower_95, right=row.upper_95, low=y - 0.18, high=y + 0.18, fill=INTERVAL)
        for row, y in placed
        if row.lower_95 is not None and row.upper_95 is not None and row.lower_95 < row.upper_95
    ]


def _marks(placed: Sequence[Placed], indicator: Indicator, chosen: Sequence[str]) -> list[Mark]:
    return [
        Mark(
            x=row.value or 0.0, y=y, symbol="circle", size=8,
            colour=drawings.CHOSEN if row.area_code in chosen else "#12436d", hollow=row.small or row.doubted,
            said=drawings.said(row, indicator),
        )
        for row, y in placed
    ]  # fmt: skip
