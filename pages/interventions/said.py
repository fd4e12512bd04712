"""What several views of interventions say in sentences: what is counted, what is not certain, and what was moved."""

from collections import Counter
from collections.abc import Sequence

from pages.charts.words import listed, number_of
from pages.interventions import forms
from queries.rows.register import RegisterSpell, ServicesMoved

NOT_COMPLETE = (
    "The register is our own and not complete: an authority that is not in it may have been under intervention. "
    "No complete list for these years was found."
)
OPEN_ENDS = (
    "Where no end was found the bar ends, open, where the last evidence does. It may have ended soon after, or later; "
    "no end is guessed."
)
CAUTION = "Marks show when events happened. They do not show that one caused the other, nor why any of them happened."
COUNTING = (
    "Interventions whose end is not known are counted as such on every later date, so their number grows: many will "
    "have ended long ago. A dark bar needs a later step that is known: in the last years few are, and the dark bars "
    "fall for want of evidence."
)
CENSORED = (
    "An intervention that is not known to have ended is followed to the last day on which it is known to have been in "
    "force and is left out after it (censored). If those of unknown end ended sooner or later than others, the curve "
    "is too high or too low; the broken line leaves them out altogether, which favours interventions that are over. "
    "Dates of which only the month or the year is known are taken at the middle of it."
)
KAPLAN_MEIER = "Method of Kaplan and Meier; the band is the 95% interval (log-log), each tick a censored intervention."
REVIEWS = (
    "Reviews are named by their kind and subject; a document's own title may be longer. How many are published says "
    "nothing of how many children were harmed, nor of one authority beside another: there is no count by "
    "authority here."
)
INCIDENTS = (
    "Serious incident notifications are not held here. The Department for Education publishes them, and says that "
    "their number is not a measure of performance."
)
ANNOUNCEMENTS = (
    "An announcement is not a change: what was announced is marked as announced (a hollow number), and what then "
    "happened has its own date."
)


def held(spells: Sequence[RegisterSpell]) -> str:
    """Say how many interventions are held, by how they ended, and how many rest on low confidence."""
    if not spells:
        return "No intervention is held for these choices."
    number = Counter(spell.state for spell in spells)
    parts = [f"{number[state]} {words[0].lower()}{words[1:]}" for state, words in forms.STATES.items()]
    low = sum(spell.confidence == "low" for spell in spells)
    where = number_of(len({spell.authority_name for spell in spells}), "authority")
    return (
        f"{number_of(len(spells), 'intervention')} in {where} {'is' if len(spells) == 1 else 'are'} held: "
        f"{listed(parts)}. {low} ({100 * low / len(spells):.0f}%) {'rests' if low == 1 else 'rest'} on evidence of low "
        "confidence."
    )


def moved(rows: Sequence[ServicesMoved]) -> list[str]:
    """Count where services moved to a trust or company; and say what is missing."""
    number = Counter(row.direction for row in rows)
    back = [row.authority_name for row in rows if row.returned_on]
    planned = [row.authority_name for row in rows if not row.returned_on and row.return_planned_for]
    return [
        f"Services moved to a trust or company in {number_of(len(rows), 'authority')}: a direction was in "
        f"force on that day in {number['in force']}, none is known in {number['none known']}, and "
        f"{number['not asked']} took the place of one whose services had moved. They are known to have "
        f"returned to the council in {len(back)}{_these(back)}; a return was planned in "
        f"{len(planned)}{_these(planned)}, and that it took place was not read.",
        "The list is not complete: a move without a direction is held only where a source was read, and some of these "
        "are known by their year alone. A return that is not listed may have taken place. Partnerships with another "
        "council are not counted.",
    ]


def _these(names: Sequence[str]) -> str:
    return f" ({listed(list(names))})" if names else ""
