"""Ofsted's visits between inspections: authority by date, each visit a mark; in a table; and in sentences."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pages.charts import axes, visits
from pages.charts.many_rows import walled
from pages.charts.model import Bar, Drawing, Entry, Fill, Panel, Tick, Up
from pages.charts.words import day, listed, number_of
from pages.ofsted.shown import Cells, Chart, Listed, Shown
from queries.rows.ofsted import Visit, VisitsHeld

ROW = 27  # pixels from authority to authority
WIDE = 22  # letters of a name in one line
EDGE = timedelta(days=75)  # room for a mark on the first and the last day
STROKE = timedelta(days=14)  # on both sides of the first day: less is not seen in a picture of eight years
STROKES = {"focused": Fill(colour="#12436d"), "assurance": Fill(colour="#6bace6"), "monitoring": Fill(colour="#d4501e")}
EVERY = 2  # years from line to line
NO_GRADE = "A visit carries no grade, changes none, and is not counted as an inspection here."
COUNTED = {
    "focused": ("focused visit", "focused visits"),
    "assurance": ("focused visit in the pandemic", "focused visits in the pandemic"),
    "monitoring": ("monitoring visit", "monitoring visits"),
}
HELD = {"letter": "Ofsted's letter", "list": "Ofsted's list", "letter and list": "Ofsted's letter and Ofsted's list"}


def marked(rows: Sequence[Visit]) -> Drawing:
    """Draw the visits of some authorities, one row each."""
    names = sorted({row.authority_name for row in rows})
    ticks = tuple(Tick(at=float(n), words="\n".join(textwrap.wrap(name, WIDE))) for n, name in enumerate(names))
    tall = max(len(names), 2)
    panel = Panel(
        up=Up(low=tall - 0.5, high=-0.5, ticks=ticks, zero=False), tall=tall * ROW, lanes=tall,
        marks=tuple(visits.mark(row, names.index(row.authority_name)) for row in rows),
    )  # fmt: skip
    days = [row.first_day for row in rows]
    across = axes.calendar(min(days) - EDGE, max(days) + EDGE, top=True, grid=True)
    even = tuple(tick for tick in across.ticks if isinstance(tick.at, date) and tick.at.year % EVERY == 0)
    return Drawing(panels=(panel,), across=replace(across, ticks=even or across.ticks), left=128, right=12)


def wall(rows: Sequence[Visit]) -> Drawing:
    """Draw the visits for a picture that is too low for the names of all: thin rows by region, each visit a stroke."""
    region = {row.authority_name: row.region_name for row in rows}
    names = sorted(region, key=lambda name: (region[name], name))
    strokes = tuple(
        Bar(left=row.first_day - STROKE, right=row.first_day + STROKE, low=place + 0.5, high=place - 0.5,
            fill=STROKES[row.look])
        for row in rows
        for place in [names.index(row.authority_name)]
    )  # fmt: skip
    thin = replace(marked(rows), panels=tuple(replace(each, bars=strokes, marks=()) for each in marked(rows).panels))
    drawn = walled(thin, [region[name] for name in names])
    return replace(drawn, across=replace(drawn.across, top=False))


def wall_key(rows: Sequence[Visit]) -> list[Entry]:
    """List what the strokes stand for, as far as they are drawn."""
    found = {row.look for row in rows}
    return [Entry(fill=STROKES[look], words=words) for look, words in visits.KINDS.items() if look in found]


def table(rows: Sequence[Visit]) -> list[Cells]:
    """Write visits, the newest first: Authority, First day, Kind, Subject, Theme, Dates, Published, Source."""
    ordered = sorted(rows, key=lambda row: row.authority_name)
    return [
        {
            "Authority": row.authority_name,
            "First day": day(row.first_day),
            "Kind": visits.KINDS[row.look],
            "Subject, in the letter's words": row.subject,
            "Theme in Ofsted's list": row.theme,
            "Dates in the letter": f"{row.dates_as_given}{f' ({row.note})' if row.note else ''}",
            "Published": day(row.published_on) or "not in the list",
            "Source": _source(row),
        }
        for row in sorted(ordered, key=lambda row: row.first_day, reverse=True)
    ]


def _source(row: Visit) -> str:
    return HELD[row.basis] + (f", {row.source_file}, row {row.source_row}" if row.source_file else "")


def numbered(rows: Sequence[Visit]) -> str:
    """Say how many visits there are of each kind, from when to when."""
    number = [row.look for row in rows].count
    parts = [number_of(number(look), *words) for look, words in COUNTED.items() if number(look)]
    span = f", {day(min(row.first_day for row in rows))} to {day(max(row.first_day for row in rows))}"
    return f"{number_of(len(rows), 'visit')}{span}: {', '.join(parts)}"


def said(rows: Sequence[Visit]) -> str:
    """Say how many visits are shown, of which kinds."""
    return f"{numbered(rows)}. {NO_GRADE}" if rows else f"No visit is held. {NO_GRADE}"


def notes(held: Sequence[VisitsHeld]) -> list[str]:
    """Say what is held of visits, and what is missing."""
    by: Mapping[str, VisitsHeld] = {row.look: row for row in held}
    focused, assurance, monitoring = (by[look] for look in visits.KINDS)
    return [
        NO_GRADE,
        f"Focused visits are from Ofsted's letters, {day(focused.first_on)} to {day(focused.last_on)}, as "
        f"collected by Data to Insight, and from Ofsted's lists of inspections and visits for 2021-22 to 2024-25; "
        f"{focused.in_both + assurance.in_both} stand in both and are shown once.",
        f"Monitoring visits are from Ofsted's lists alone, {day(monitoring.first_on)} to "
        f"{day(monitoring.last_on)}: those before and after are not held, so that no mark does not say that there "
        "was no visit.",
        f"Visits marked as in the pandemic, {day(assurance.first_on)} to {day(assurance.last_on)}, were made to "
        "authorities of every grade; their letters name no subject.",
        f"No letters are held of authorities that have ended: {listed(list(focused.ended))}.",
        "The subject is in the words of the letter, the theme in those of Ofsted's list.",
    ]


def alternative(rows: Sequence[Visit]) -> str:
    """Describe the marks for those who do not see them."""
    return f"Marks on a date axis, one row per authority. {said(rows)} All of it is in the table below."


def view(rows: Sequence[Visit], *, place: str, held: Sequence[VisitsHeld]) -> Shown:
    """Put the view together: the visits of a region, and what is held of visits."""
    about = "First day of each focused and monitoring visit held; a visit carries no grade"
    written = notes(held)
    return Shown(
        title=f"Ofsted visits between inspections: {place}",
        subtitle=about,
        chart=Chart(
            drawing=marked(rows), key=visits.key(rows), headline=f"Ofsted visits held, {place}: {numbered(rows)}",
            about=f"{about}, by authority", alternative=alternative(rows), name=("ofsted-visits", place),
            notes=(written[2],), wall=(wall(rows), wall_key(rows)),
        ) if rows else None,
        said=[said(rows)],
        notes=written,
        tables=[
            Listed(rows=table(rows), caption=f"Ofsted visits, {place}",
                   fold=f"{number_of(len(rows), 'visit')}, the newest first")
        ],
    )  # fmt: skip
