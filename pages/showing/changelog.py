"""What changed in the data, in words: the same on a page and in a feed."""

from typing import NamedTuple

from data import diffs
from data.dates import published
from data.freshness import held, named
from pages.charts.words import day, listed
from queries.rows.changelog import Change

OVERALL = "No overall grade: Ofsted gives none for inspections from April 2026."
NO_GRADE = "A visit carries no grade."


class Said(NamedTuple):
    """A change in words: its title, and what is said of it, one sentence or fact each."""

    title: str
    lines: list[str]


def said(change: Change) -> Said:
    """Say a change in words.

    Parameters
    ----------
    change
        A row of `queries.changelog.changelog`.
    """
    return {"edition": _edition, "report": _report, "visit": _visit, "register": _register}[change.kind](change)


def _edition(change: Change) -> Said:
    lines = diffs.in_short(change.happened, change.sources, change.edition)
    return Said(
        f"{change.about}: edition of {named(change.edition)}",
        [f"{change.detail}. {held(change.edition, change.happened)}", *lines],
    )


def _report(change: Change) -> Said:
    on = published(change.happened)
    began = f" of an inspection from {day(change.began_on)}" if change.began_on else ""
    overall = [OVERALL] if change.grade == "no overall grade" else []
    return Said(
        f"{change.authority_name}: Ofsted's report of {on}",
        [f"Ofsted's report{began} ({change.about}), published {on}.", *_facts(change.detail), *overall],
    )


def _visit(change: Change) -> Said:
    subject = [f"Subject: {change.detail}."] if change.detail else []
    return Said(
        f"{change.authority_name}: a {change.about} visit of Ofsted's from {day(change.began_on)}",
        [f"Ofsted published it {published(change.happened)}.", *subject, NO_GRADE],
    )


def _register(change: Change) -> Said:
    counts = {"added": change.added, "corrected": change.corrected, "removed": change.removed}
    rows = listed([f"{number} {what}" for what, number in counts.items() if number])
    return Said(f"{change.authority_name}: our register of interventions changed", [f"Rows: {rows}.", change.detail])


def _facts(judgements: str) -> list[str]:
    return [f"{each[:1].upper()}{each[1:]}." for each in judgements.split("; ")]
