"""The share of authorities in each grade on each 31 March: one panel per thing graded, so that regimes keep apart."""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from pages.charts import grades, histories
from pages.charts.model import Across, Bar, Drawing, Panel, Tick, Up
from pages.charts.words import UNGRADED, day, headed, number_of
from pages.ofsted import words
from pages.ofsted.shown import Cells, Chart, Listed, Shown
from queries.rows.ofsted import InForce, KnownTo

TALL = 210  # pixels of 100 percent: all panels share one scale
HALF = 0.44  # of the distance between two dates: half of a bar
LEAST_NAMED = 4  # percent: a lower part of a bar holds no number
STEP = 25  # percent between two ticks
STACKED = ("inadequate", "adequate", "requires improvement", "good", "outstanding", UNGRADED)  # from the ground up


class Count(NamedTuple):
    """How many authorities stood in a grade of one thing on a date, of all that existed then."""

    as_at: date
    graded: str
    grade: str
    authorities: int
    of: int

    @property
    def share(self) -> float:
        """In percent."""
        return 100 * self.authorities / self.of


def counted(rows: Sequence[InForce]) -> list[Count]:
    """Count authorities by date, thing graded and grade, in this order."""
    of = Counter(row.as_at for row in rows)
    found = Counter((row.as_at, row.graded, row.grade) for row in rows)
    return [Count(*each, number, of[each[0]]) for each, number in sorted(found.items())]


def shares(rows: Sequence[InForce]) -> Drawing:
    """Draw how many authorities stood in each grade on each date.

    Parameters
    ----------
    rows
        Of `queries.ofsted.in_force`.

    Returns
    -------
    Drawing
        A panel each for overall effectiveness, child protection and safeguarding, in percent of all authorities of
        the date, the number of authorities in each bar. What is missing to 100% had no grade in force of that kind.
    """
    found = counted(rows)
    dates = sorted({count.as_at for count in found})
    parts = {graded: [count for count in found if count.graded == graded] for graded in grades.GRADED}
    panels = tuple(_panel(graded, part, dates) for graded, part in parts.items() if part)
    return Drawing(panels=panels, across=_dates(dates), left=44, right=8)


def _dates(dates: Sequence[date]) -> Across:
    ticks = tuple(Tick(at=float(n), words=dated(when)) for n, when in enumerate(dates))
    return Across(first=-0.6, last=len(dates) - 0.4, ticks=ticks)


def dated(when: date) -> str:
    """Name a date on the axis: the year of a 31 March, else the month too."""
    return str(when.year) if (when.month, when.day) == (3, 31) else f"{day(when, 'month')[:3]}\n{when.year}"


def _panel(graded: str, part: Sequence[Count], dates: Sequence[date]) -> Panel:
    stacks = [_stack(dates.index(when), list(counts)) for when, counts in groupby(part, key=lambda count: count.as_at)]
    top = STEP * math.ceil(max(stack[-1].high for stack in stacks) / STEP - 1e-9)
    return Panel(
        title=grades.GRADED[graded],
        tall=TALL * top / 100,
        up=Up(low=0, high=top, ticks=tuple(Tick(at=float(at), words=f"{at}%") for at in range(0, top + 1, STEP))),
        bars=tuple(bar for stack in stacks for bar in stack),
    )


def _stack(at: int, counts: Sequence[Count]) -> list[Bar]:
    """Stack the grades of a date from inadequate, which stands on the ground, up to outstanding."""
    bars: list[Bar] = []
    for count in sorted(counts, key=lambda count: STACKED.index(count.grade)):
        low = bars[-1].high if bars else 0.0
        bars.append(
            Bar(
                left=at - HALF, right=at + HALF, low=low, high=low + count.share, over=True,
                fill=histories.grade_fill(count.grade),
                words=(str(count.authorities),) if count.share >= LEAST_NAMED else (),
                said=(f"{_said(count)} of authorities, {day(count.as_at)}",),
            )
        )  # fmt: skip
    return bars


def _said(count: Count) -> str:
    return f"{count.grade.capitalize()}: {grades.share(count.authorities, count.of)}"


def alternative(rows: Sequence[InForce]) -> str:
    """Describe the shares for those who do not see them."""
    held = {row.graded for row in rows}
    panels = [title for graded, title in grades.GRADED.items() if graded in held]
    return (
        f"Stacked bars of the share of authorities in each grade on each 31 March since 2010, in "
        f"{number_of(len(panels), 'panel')}: {'; '.join(panels)}. {words.today(rows)} All of it is in the table below."
    )


def table(rows: Sequence[InForce]) -> list[Cells]:
    """Write the shares, the newest first: Date, What was graded, one column per grade, None held, Authorities then."""
    order = [*grades.GRADED, ""]
    found = sorted(counted(rows), key=lambda count: (-count.as_at.toordinal(), order.index(count.graded)))
    held = [grade for grade in reversed(STACKED) if any(count.grade == grade for count in found)]
    return [_cells(list(part), held) for _, part in groupby(found, key=lambda count: (count.as_at, count.graded))]


def _cells(part: Sequence[Count], held: Sequence[str]) -> Cells:
    first = part[0]
    number = {count.grade: grades.share(count.authorities, count.of) for count in part}
    none = {} if first.graded else {"None held": grades.share(sum(count.authorities for count in part), first.of)}
    return (
        {"Date": day(first.as_at), "What was graded": grades.GRADED.get(first.graded, "None held yet")}
        | {grade.capitalize(): number.get(grade, "") for grade in held}
        | none
        | {"Authorities then": str(first.of)}
    )


def view(rows: Sequence[InForce], *, place: str, counted: str, known: KnownTo) -> Shown:
    """Put the view together.

    Parameters
    ----------
    rows
        Of `queries.ofsted.in_force`.
    place, counted, known
        Of which region, by which rule a grade is in force, and how far what is held reaches.
    """
    about = (
        "Authorities in each grade on 31 March of each year and on the newest day held; the number in each bar, "
        "percent of all authorities of the date"
    )
    without = words.areas_judged(rows)
    return Shown(
        title=f"Ofsted grades in force: {place}",
        subtitle=about,
        chart=Chart(
            drawing=shares(rows), key=grades.key(row.grade for row in rows), headline=words.headline(rows, place),
            about=about, alternative=alternative(rows), name=("ofsted-grades-in-force", place, counted),
            notes=(f"{words.RULES[counted]} {words.APART}",),
        ),
        said=[words.today(rows), words.ungraded(rows), words.RULES[counted]],
        notes=[words.REGIMES, words.AFTER_2026, words.compiled(known), words.CAUTION],
        tables=[Listed(rows=table(rows), caption=f"Authorities in each grade, {place}"), *ungraded_listed(without)],
    )  # fmt: skip


def ungraded_listed(without: Sequence[Cells]) -> list[Listed]:
    """List the areas judged of the authorities that have no overall grade, if there are any."""
    title = headed(UNGRADED)
    fold = f"{title}: the areas judged of {number_of(len(without), 'authority')}"
    return [Listed(rows=without, caption=title, fold=fold)] if without else []
