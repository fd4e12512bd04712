"""Authority by year: the grade that stood on each 31 March, in a letter and a shade."""

import textwrap
from collections.abc import Sequence
from itertools import groupby

from pages.charts import grades, theme
from pages.charts.model import Across, Bar, Drawing, Panel, Tick, Up
from pages.charts.words import UNGRADED, day, number_of
from pages.ofsted import words
from pages.ofsted.share import dated, ungraded_listed
from pages.ofsted.shown import Cells, Chart, Listed, Shown
from queries.rows.ofsted import InForce, KnownTo

ROW = 27  # pixels from authority to authority
WIDE = 22  # letters of a name in one line: no name then takes three, which would reach into the next row
ACROSS, UP = 0.47, 0.46  # of the distance between two cells: half of a cell


def grid(rows: Sequence[InForce]) -> Drawing:
    """Draw the grades in force of some authorities, one row each.

    Parameters
    ----------
    rows
        Of `queries.ofsted.in_force`.

    Returns
    -------
    Drawing
        Capitals for overall effectiveness, small letters for safeguarding or child protection alone; nothing where
        the authority did not exist.
    """
    names = sorted({row.authority_name for row in rows})
    dates = sorted({row.as_at for row in rows})
    down, along = ({each: n for n, each in enumerate(kind)} for kind in (names, dates))
    ticks = tuple(Tick(at=float(n), words="\n".join(textwrap.wrap(name, WIDE))) for n, name in enumerate(names))
    panel = Panel(
        up=Up(low=len(names) - 0.5, high=-0.5, ticks=ticks, grid=False, zero=False), tall=len(names) * ROW,
        lanes=len(names), shade=theme.GRID,
        bars=tuple(_cell(row, along[row.as_at], down[row.authority_name]) for row in rows),
    )  # fmt: skip
    years = tuple(Tick(at=float(n), words=dated(when)) for n, when in enumerate(dates))
    across = Across(first=-0.5, last=len(dates) - 0.5, ticks=years, top=True)
    return Drawing(panels=(panel,), across=across, left=128, right=16)


def _cell(row: InForce, across: int, down: int) -> Bar:
    return Bar(
        left=across - ACROSS, right=across + ACROSS, low=down + UP, high=down - UP, fill=grades.plain(row.grade),
        words=(letter,) if (letter := _letter(row)) else (), over=True, said=_said(row),
    )  # fmt: skip


def _letter(row: InForce) -> str:
    """Return the letter of a grade: small unless it is of overall effectiveness."""
    capital = grades.LETTERS[row.grade]
    return capital if row.graded == "overall effectiveness" else capital.lower()


def _said(row: InForce) -> tuple[str, ...]:
    above = (f"{row.authority_name}, {day(row.as_at)}", row.grade.capitalize())
    if not row.framework:
        return above
    framework = f"{row.framework}, published {day(row.published_on)}"
    if row.grade == UNGRADED:
        return (*above, *row.judgements.split("; "), framework)
    return (above[0], f"{above[1]}: {row.graded}", framework)


def alternative(rows: Sequence[InForce], place: str) -> str:
    """Describe the grid for those who do not see it."""
    number = len({row.authority_name for row in rows})
    return (
        f"Grid of {number_of(number, 'authority')} ({place}) by year: the grade in force on each "
        "31 March since 2010, as a letter and a shade. All of it is in the table below."
    )


def table(rows: Sequence[InForce]) -> list[Cells]:
    """Write the grid: Authority, Region, Grade in force."""
    ordered = sorted(rows, key=lambda row: (row.authority_name, row.region_name, row.as_at))
    return [
        {"Authority": name, "Region": region, "Grade in force": "; ".join(_runs(list(part)))}
        for (name, region), part in groupby(ordered, key=lambda row: (row.authority_name, row.region_name))
    ]


def _runs(rows: Sequence[InForce]) -> list[str]:
    """Write the grades of an authority in order, each with the first and the last date on which it stood."""
    return [_run(list(same)) for _, same in groupby(rows, key=lambda row: (row.grade, row.framework))]


def _run(rows: Sequence[InForce]) -> str:
    first, last = dated(rows[0].as_at), dated(rows[-1].as_at)
    when = (first if first == last else f"{first} to {last}").replace("\n", " ")
    framework = f" ({rows[0].framework})" if rows[0].framework else ""
    return f"{rows[0].grade}{framework} {when}"


def view(rows: Sequence[InForce], *, place: str, counted: str, known: KnownTo) -> Shown:
    """Put the view together: as for `share.view`."""
    about = "Grade in force on 31 March of each year and on the newest day held"
    title = f"Ofsted grades by authority and year: {place}"
    table_of = Listed(
        rows=table(rows),
        caption=f"Grade in force on 31 March, {place}",
        fold="Each authority, its grades from first to last",
    )
    return Shown(
        title=title,
        subtitle=about,
        chart=Chart(
            drawing=grid(rows), key=grades.letters_key(row.grade for row in rows),
            headline=words.headline(rows, place), about=f"{about}, by authority", alternative=alternative(rows, place),
            name=("ofsted-grades-by-year", place, counted), notes=(f"{words.RULES[counted]} {words.APART}",),
        ),
        said=[words.ungraded(rows), words.RULES[counted]],
        notes=[words.REGIMES, words.AFTER_2026, words.compiled(known), words.CAUTION],
        tables=[*ungraded_listed(words.areas_judged(rows)), table_of],
    )  # fmt: skip
