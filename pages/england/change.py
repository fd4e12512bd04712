"""How each authority changed between two dates, the largest fall first; those beyond chance are told apart."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.charts import axes
from pages.charts.claimed import Claimed
from pages.charts.model import Across, Drawing, Entry, Line, Look, Mark, Panel, Point, Tick, Upright
from pages.charts.words import signed
from pages.england import claims as marked
from pages.england.words import written
from queries.rows.england import Changed

ROW = 25  # pixels of a row: a long name stands in two lines of 9 pixels
BEYOND = Look(colour="#12436d", width=3)
WITHIN = Look(colour="#a9b8c4", width=2)


def change(
    rows: Sequence[Changed], *, indicator: Indicator, chosen: Sequence[str], claims: Sequence[Claimed] = ()
) -> Drawing:
    """Draw a line from the first figure to the last of each authority, in the order of the change.

    Parameters
    ----------
    rows
        Of `queries.england.change`; those that are not compared are left out, and the page names them.
    claims
        Of a change between the same years, marked at the later figure that would follow from the first.
    """
    drawn = in_order(rows)
    values = [value for row in drawn for value in (row.from_value, row.to_value) if value is not None]
    top = max([0.0, *values, *(each.value for each in claims)]) * 1.06 or 1.0
    ticks = tuple(Tick(at=at, words=axes.label(at, indicator.unit, top)) for at in axes.even(0, top))
    up = marked.up(_ticks(drawn), claims)
    heights = {row.area_code: _middle(place, drawn) for place, row in enumerate(drawn)}
    panel = Panel(
        up=up, tall=ROW * up.high, lines=tuple(_lines(drawn, indicator)),
        marks=(*_marks(drawn, chosen, indicator), *marked.marks(claims, heights)), uprights=_england(drawn, indicator),
    )  # fmt: skip
    return Drawing(
        panels=(panel,),
        across=Across(first=-top * 0.015, last=top, ticks=ticks, top=True, grid=True),
        left=150,
        right=20,
    )


def key(rows: Sequence[Changed]) -> tuple[Entry, ...]:
    """Say what the lines are, those alone that are drawn: where chance cannot be told none is within it."""
    drawn = in_order(rows)
    tested = any(row.q is not None for row in drawn)
    within = "within what chance may do, or not tested" if tested else "not tested"
    beyond = any(row.beyond_chance for row in drawn)
    return (
        *[Entry(words="beyond chance", look=BEYOND)] * beyond,
        *[Entry(words=within, look=WITHIN)] * any(not row.beyond_chance for row in drawn),
        Entry(words="the dot is the later figure", sign="●" if beyond else "○"),
    )


def in_order(rows: Sequence[Changed]) -> list[Changed]:
    """Put those that are compared in order, the largest fall first."""
    return sorted((row for row in rows if row.change is not None), key=lambda row: (row.change or 0.0, row.area_name))


def _middle(place: int, rows: Sequence[Changed]) -> float:
    return len(rows) - 0.5 - place


def _ticks(rows: Sequence[Changed]) -> list[Tick]:
    return [Tick(at=_middle(place, rows), words=row.area_name) for place, row in enumerate(rows)]


def _lines(rows: Sequence[Changed], indicator: Indicator) -> list[Line]:
    return [
        Line(
            name=row.area_name, look=BEYOND if row.beyond_chance else WITHIN, clipped=False,
            runs=((Point(x=row.from_value or 0.0, y=_middle(n, rows), said=_said(row, indicator)),
                   Point(x=row.to_value or 0.0, y=_middle(n, rows), said=_said(row, indicator))),),
        )
        for n, row in enumerate(rows)
    ]  # fmt: skip


def _marks(rows: Sequence[Changed], chosen: Sequence[str], indicator: Indicator) -> list[Mark]:
    """Mark the last figure of each: that is where the arrow points."""
    return [
        Mark(
            x=row.to_value or 0.0, y=_middle(place, rows), symbol="circle", size=10 if row.beyond_chance else 7,
            colour="#d4501e" if row.area_code in chosen else (BEYOND if row.beyond_chance else WITHIN).colour,
            hollow=not row.beyond_chance, said=_said(row, indicator),
        )
        for place, row in enumerate(rows)
    ]  # fmt: skip


def _said(row: Changed, indicator: Indicator) -> tuple[str, ...]:
    tested = (
        "beyond chance" if row.beyond_chance else "within what chance may do" if row.q is not None else "not tested"
    )
    return (
        row.area_name,
        f"{written(row.from_value, 'published', indicator)} to {written(row.to_value, 'published', indicator)}",
        f"{signed(row.change or 0.0, unit=indicator.unit, decimals=indicator.decimals)}, {tested}",
    )


def _england(rows: Sequence[Changed], indicator: Indicator) -> tuple[Upright, ...]:
    if not rows or rows[0].england_to is None or indicator.unit.is_count:
        return ()
    words = f"England {written(rows[0].england_to, 'published', indicator)}"
    return (Upright(x=rows[0].england_to, dash="dash", colour="#595959", width=1.5, words=words),)
