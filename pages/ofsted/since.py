"""How long ago the last graded inspection of each authority was, the longest first."""

import textwrap
from collections.abc import Sequence
from math import ceil

from pages.charts import grades, theme
from pages.charts.model import Across, Bar, Drawing, Fill, Panel, Tick, Up
from pages.charts.words import UNGRADED, day, number_of
from pages.ofsted import words
from pages.ofsted.shown import Cells, Chart, Listed, Shown
from queries.rows.ofsted import KnownTo, SinceInspection

MOST, MOST_PICTURED = 30, 15  # bars on the page, and in a picture, which has the height of a screen
ROW = 26  # pixels from authority to authority
WIDE = 22  # letters of a name in one line
HALF = 0.41  # of the distance between two rows: half of a bar
BAR = Fill(colour=theme.CHOSEN, ink=theme.BACKGROUND)
BESIDE = 0.35  # of the longest time: room for words beside a bar too short for them
SHORT = (("years", "yr"), ("year", "yr"), ("months", "mo"), ("month", "mo"))


def known_days(rows: Sequence[SinceInspection]) -> list[SinceInspection]:
    """Return the authorities of which a graded inspection is held."""
    return [row for row in rows if row.days is not None]


def waits(rows: Sequence[SinceInspection], *, most: int) -> Drawing:
    """Draw the years since the last graded inspection as bars from 0, each with its length in words.

    Parameters
    ----------
    rows
        Of `queries.ofsted.since`, the longest first.
    most
        How many are drawn.
    """
    drawn = known_days(rows)[:most]
    ticks = tuple(
        Tick(at=float(n), words="\n".join(textwrap.wrap(row.authority_name, WIDE))) for n, row in enumerate(drawn)
    )
    panel = Panel(
        up=Up(low=len(drawn) - 0.5, high=-0.5, ticks=ticks, grid=False, zero=False), tall=len(drawn) * ROW,
        lanes=len(drawn), bars=tuple(_bar(row, n) for n, row in enumerate(drawn)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=_across(drawn), left=140, right=12)


def _bar(row: SinceInspection, n: int) -> Bar:
    return Bar(
        left=0.0, right=row.days / grades.DAYS_A_YEAR, low=n + HALF, high=n - HALF, fill=BAR,
        words=(_short(row.days),), words_beside=True,
    )  # fmt: skip


def _across(drawn: Sequence[SinceInspection]) -> Across:
    longest = drawn[0].days / grades.DAYS_A_YEAR
    last = max(longest * 1.02, (drawn[-1].days / grades.DAYS_A_YEAR) + BESIDE * longest)
    ticks = tuple(Tick(at=float(year), words=f"{year} yr") for year in range(ceil(last)))
    return Across(first=0.0, last=last, ticks=ticks, top=True, grid=True)


def _short(days: float) -> str:
    """Write a time as short as a bar allows: '3 yr 4 mo'."""
    words = grades.years(days, full=True)
    for whole, short in SHORT:
        words = words.replace(whole, short)
    return words


def longest(rows: Sequence[SinceInspection]) -> str:
    """Say which authority has waited longest."""
    first = known_days(rows)[0]
    return (
        f"On {day(first.as_at)}, the longest time since a graded inspection began was "
        f"{grades.years(first.days, full=True)} ({first.authority_name}); the median was "
        f"{grades.years(first.median_days, full=True)}. "
        "How long it is since an inspection says nothing of an authority's services."
    )


def headline(rows: Sequence[SinceInspection], place: str) -> str:
    """Say the median and the longest time, where and on which day."""
    first = known_days(rows)[0]
    return (
        f"{place}, {day(first.as_at)}: the median time since an authority's last graded Ofsted inspection was "
        f"{grades.years(first.median_days, full=True)}, the longest {grades.years(first.days, full=True)} "
        f"({first.authority_name})"
    )


def table(rows: Sequence[SinceInspection]) -> list[Cells]:
    """Write the waits: Authority, Time since, Inspected, Published, Framework, Grade, Region, Ofsted's page.

    Where the last inspection gave no overall grade, the grades of its areas stand there.
    """
    return [
        {
            "Authority": row.authority_name,
            "Time since": "no graded inspection held" if row.days is None else grades.years(row.days, full=True),
            "Inspected": day(row.inspected_on) or "not in Ofsted's file",
            "Published": day(row.published_on),
            "Framework": f"{row.framework}, {row.inspection_type}",
            "Grade": f"{row.grade}; {row.judgements}" if row.grade == UNGRADED else row.grade,
            "Region": row.region_name,
            "Ofsted's page": row.page_url,
        }
        for row in rows
    ]


def view(rows: Sequence[SinceInspection], *, place: str, chosen: Sequence[str], known: KnownTo) -> Shown:
    """Put the view together.

    Parameters
    ----------
    rows
        Of `queries.ofsted.since`.
    place, chosen, known
        Of which region, which last grades are listed (all if none is chosen), and how far what is held reaches.
    """
    kept = [row for row in rows if row.grade in chosen or not chosen]
    about = "Years from the first day of the last graded inspection to the newest day held"
    return Shown(
        title=f"Time since the last graded inspection: {place}",
        subtitle=f"{about}; the longest first, up to {MOST} drawn",
        chart=_chart(rows, kept, place, about) if known_days(kept) else None,
        said=[longest(rows)],
        notes=[words.compiled(known), words.UNGRADED, words.AFTER_2026, words.CAUTION],
        tables=[
            Listed(rows=table(kept), caption=f"Last graded inspection of each authority, {place}",
                   fold=f"{number_of(len(kept), 'authority')}, the longest time first")
        ],
    )  # fmt: skip


def _chart(rows: Sequence[SinceInspection], kept: Sequence[SinceInspection], place: str, about: str) -> Chart:
    number, all_of = len(known_days(kept)), len(known_days(rows))
    of = f"{min(number, MOST_PICTURED)} of {number_of(number, 'authority')}"
    filtered = f" whose last grade is one of those chosen, of {all_of} in all" * (number < all_of)
    return Chart(
        drawing=waits(kept, most=MOST), pictured=waits(kept, most=MOST_PICTURED), key=(),
        headline=headline(rows, place), about=f"{about}; the longest first, {of}{filtered}",
        alternative=f"Bars of the time since the last inspection. {longest(rows)} All of it is in the table below.",
        name=("ofsted-time-since", place), notes=(words.UNGRADED,),
    )  # fmt: skip
