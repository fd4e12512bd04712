"""The wall as a picture to take away: the same rows, parted and named by their groups, with all its words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pages.charts.many_rows import walled
from pages.charts.model import Bar, Drawing
from pages.charts.svg.picture import Picture, stamp
from pages.charts.words import day
from pages.home import wall
from queries.rows.home import Stood

WITHOUT_ALL = "The register of interventions is our own and not complete."


def picture(
    grades: Sequence[Stood], wanted: Sequence[wall.Row], first: date, last: date, *, order: str, version: str, link: str
) -> Picture:
    """Put the picture together.

    Parameters
    ----------
    grades, wanted
        Of `queries.home.grades`, and the rows in their order.
    first, last
        The ends of the date axis.
    order
        One of `wall.ORDERS`.
    version, link
        Of the data, and the address of the page.
    """
    return Picture(
        headline=f"England: Ofsted's grade and government intervention in each of {len(wanted)} local authorities, "
                 f"{first.year} to {last.year}",
        subtitle=f"Each thin row is one authority, its colour the grade in force, from the publication of each report; "
                 f"in order of: {wall.ORDERS[order].lower()}",
        drawing=drawing(wanted, first, last),
        alternative=f"{len(wanted)} rows of bars from {day(first)} to {day(last)}. {wall.heading(grades, last)}",
        notes=(wall.heading(grades, last), WITHOUT_ALL, "The table at the link names every row."),
        source="Sources: Ofsted, inspection reports and management information; our own register of interventions.",
        stamp=stamp(version=version, link=link),
        key=tuple(wall.key()),
        name=("england", "wall", order),
    )  # fmt: skip


def drawing(wanted: Sequence[wall.Row], first: date, last: date) -> Drawing:
    """Draw the wall with a gap between its groups, their names and sizes at the left; where there are none, as it is.

    Parameters
    ----------
    wanted, first, last
        As for `wall.wall`.
    """
    drawn = wall.wall(wanted, first, last)
    (panel,) = drawn.panels
    turned = replace(panel, bars=tuple(_turned(bar, len(wanted)) for bar in panel.bars))
    return walled(replace(drawn, panels=(turned,)), [row.group for row in wanted])


def _turned(bar: Bar, rows: int) -> Bar:
    """Count rows from the top down, each at its number."""
    top = rows - 1 + wall.THICK / 2
    return replace(bar, low=top - bar.low, high=top - bar.high)
