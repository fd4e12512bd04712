"""What stands under the plot of a picture: government intervention in each authority, and Ofsted's grades of one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pages.charts import spans, words
from pages.charts.facts import areas, by_spell
from pages.charts.histories import FILLS, grade_fill
from pages.charts.model import Across, Bar, Panel, Up, X, number
from queries.rows.history import Grade, Phase

MOST_ROWS = 3  # of interventions under a picture
LANE = 30  # pixels of a page
BAR = (0.94, 0.06)  # of a row, from its top: where a bar ends and begins
EXPLAINED = {
    "unsure": "Hatched: only the year is known.",
    "in_force": "Pale, hatched: in force when last reported.",
    "end_unknown": "?: end not known.",
}


def interventions(
    phases: Mapping[str, Sequence[Phase]], across: Across, *, seen_on: date | None = None
) -> Panel | None:
    """Draw a row of bars for each authority in which government intervened in the years shown, if there is one.

    Parameters
    ----------
    phases
        By the names of the authorities, in order.
    across
        The axis of dates.
    seen_on
        The day as of which they are told, where that is past.
    """
    found = [_within(spell_bars(name, own, seen_on=seen_on), across) for name, own in phases.items()]
    rows = [bars for bars in found if bars]
    bars = tuple(_in_row(bar, n) for n, own in enumerate(rows) for bar in own)
    return _panel(bars, rows=len(rows)) if rows else None


def spell_bars(name: str, phases: Sequence[Phase], *, seen_on: date | None = None) -> list[list[Bar]]:
    """Return the bars of each spell of intervention in an authority, none over another; each could name the spell."""
    return [_spell(name, spell, seen_on) for spell in by_spell(phases)]


def _spell(name: str, spell: Sequence[Phase], seen_on: date | None) -> list[Bar]:
    end = _ending(spell[-1], seen_on)
    named = (
        f"{name}: government intervention, {end}",
        f"{name}: intervention, {end}",
        f"{name}: {end}",
        f"{name}: intervention",
        name,
    )
    return [
        Bar(
            left=part.began, right=part.ended, low=0, high=1, fill=FILLS[part.look], words=named, words_beside=True,
            untold=f"{named[0]}.", sign="?" if part.look == "end_unknown" else "",
            explained=EXPLAINED.get(part.look, ""),
        )
        for part in spans.of_spell(spell)
    ]  # fmt: skip


def _ending(phase: Phase, seen_on: date | None) -> str:
    """Write how a spell ended; of one that went on after the day as of which it is told, that it was in force then."""
    if seen_on and phase.state == "in_force" and phase.last_reported == seen_on:
        return f"in force in {words.day(seen_on, 'month')}"
    ended = spans.ended_words(phase.state, phase.last_reported, phase.ended_on, phase.ended_precision)
    return ended.replace(" when last reported", ", last reported")


def _within(spells: Sequence[Sequence[Bar]], across: Across) -> list[Bar]:
    """Return the bars that reach into the years shown: of each spell the first that is sure is named, else the last."""
    found: list[Bar] = []
    for bars in spells:
        shown = [bar for bar in bars if _reaches(bar.left, bar.right, across)]
        sure = next((bar for bar in shown if bar.fill == FILLS["sure"]), shown[-1] if shown else None)
        found += [bar if bar is sure else replace(bar, words=(), untold="") for bar in shown]
    return found


def _reaches(began: X, ended: X, across: Across) -> bool:
    """Tell whether something reaches into the time between the first and the last date that is named."""
    return number(ended) > number(across.ticks[0].at) and number(began) < number(across.ticks[-1].at)


def grades(name: str, in_force: Sequence[Grade], across: Across) -> Panel | None:
    """Draw the grades that stood in the years shown in one row, if there is one."""
    shown = [row for row in in_force if _reaches(row.published_on, row.until, across)]
    panel = _panel(tuple(map(grade_bar, shown)), rows=1)
    title, about = f"Ofsted's judgement of {name}", "from the publication of each report"
    return replace(panel, title=title, about=about) if shown else None


def grade_bar(row: Grade) -> Bar:
    """Draw how long a grade stood."""
    judged = f" ({areas(row.judgements)})" if row.grade == words.UNGRADED else ""
    return _in_row(
        Bar(
            left=row.published_on, right=row.until, low=0, high=1, fill=grade_fill(row.grade),
            words=(row.grade.capitalize(),),
            untold=f"Ofsted, report of {words.day(row.published_on, 'month')}: {row.grade}{judged}.",
        ),
        0,
    )  # fmt: skip


def _panel(bars: tuple[Bar, ...], *, rows: int) -> Panel:
    return Panel(
        tall=LANE * rows, lanes=rows, optional=True, bars=bars,
        up=Up(low=float(rows), high=0.0, grid=False, zero=False),
    )  # fmt: skip


def _in_row(bar: Bar, row: int) -> Bar:
    return replace(bar, low=row + BAR[0], high=row + BAR[1])
