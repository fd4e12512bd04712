"""The two histories of an authority in one line each: government intervention, and the Ofsted grade that stands."""

from collections.abc import Sequence
from itertools import groupby

from pages.charts import words
from pages.charts.spans import ended_words
from pages.charts.words import day
from queries.rows.history import Grade, Phase

NONE_FOUND = "none found so far: our register is not complete"
CONFIDENCE = ("low", "medium", "high")


def by_spell(phases: Sequence[Phase]) -> list[list[Phase]]:
    """Return the phases of each intervention together, in their order."""
    found: dict[str, list[Phase]] = {}
    for phase in phases:
        found.setdefault(phase.intervention_id, []).append(phase)
    return list(found.values())


def ended(phase: Phase) -> str:
    """Write how an intervention ended, or what is known of that: its last phase."""
    return ended_words(phase.state, phase.last_reported, phase.ended_on, phase.ended_precision)


def began(phase: Phase) -> str:
    """Write when an intervention began, as exactly as it is known: its first phase."""
    return day(phase.began_on, phase.began_precision)


def confidence(spell: Sequence[Phase]) -> str:
    """Return the confidence of the weakest evidence of an intervention."""
    return min((phase.confidence for phase in spell), key=CONFIDENCE.index)


def spells(phases: Sequence[Phase]) -> list[str]:
    """Write each intervention in one line: when it began and ended, its forms, as exactly and surely as is known."""
    return [_spell(spell) for spell in by_spell(phases)] or [NONE_FOUND]


def _spell(spell: Sequence[Phase]) -> str:
    forms = ", then ".join(dict.fromkeys(phase.title[0].lower() + phase.title[1:] for phase in spell))
    unsure = all(phase.phase == "unspecified" for phase in spell) and "not" not in forms
    return (
        f"began {began(spell[0])}, {ended(spell[-1])}: {forms}{' (form not known)' * unsure}; "
        f"confidence in the evidence: {confidence(spell)}"
    )


def standing(in_force: Sequence[Grade], *, closed: str = "") -> str:
    """Write the grade that stands in one line, with what was graded, under which framework, and when.

    Parameters
    ----------
    in_force
        Of one authority.
    closed
        When the authority ended, in words; empty for one that has not.

    Returns
    -------
    str
        After April 2026 the areas judged, and the last overall grade, said to be superseded.
    """
    if not in_force:
        return "no inspection in the files held"
    last = _report(in_force[-1])
    if closed:
        return f"last grade before the authority ended on {closed}: {last}"
    if in_force[-1].grade != words.UNGRADED:
        return last
    graded = [row for row in in_force if row.grade != words.UNGRADED]
    before = f". The last overall grade, since superseded: {_report(graded[-1])}" if graded else ""
    judged = areas(in_force[-1].judgements)
    return f"{last}: Ofsted gives none for inspections from April 2026. The areas judged: {judged}{before}"


def since(in_force: Sequence[Grade]) -> Grade:
    """Return the first of the last reports that gave one grade of the same thing one after another."""
    runs = [list(run) for _, run in groupby(in_force, key=lambda row: (row.grade, row.graded))]
    return runs[-1][0]


def areas(judgements: str) -> str:
    """Write the areas judged, given as "leadership: good; in care: good", as a list in a sentence."""
    return judgements.replace(": ", " ").replace("; ", ", ")


def _report(row: Grade) -> str:
    inspected = f"inspected {day(row.inspected_on)}, " if row.inspected_on else ""
    graded = "" if row.grade == words.UNGRADED else f", {row.graded}"
    return f"{row.grade}{graded} ({row.framework}, {inspected}published {day(row.published_on)})"
