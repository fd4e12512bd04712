"""What stands out in words: one neutral, dated sentence a fact, and a paragraph of them; never why."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import indicators
from pages.charts.words import day
from pages.stands_out.figures import SAID, what
from queries.rows.stands_out import Fact

# In the order of the question: what to distrust first.
KINDS = {
    "check": "To check",
    "judgement": "Ofsted report",
    "intervention": "Government intervention",
    "largest_change": "Largest yearly change",
    "since": "Highest or lowest since",
    "lowest": "Lowest of all",
    "highest": "Highest of all",
    "outside": "Outside the limits of chance",
    "turn": "Turn in the trend",
    "against_england": "Change against England's",
    "neighbours": "Far from its neighbours",
}
WITH_ARTICLE = ("North E", "North W", "South E", "South W", "East M", "West M", "East of")
NONE = "no overall grade"
STANDING = "Official figures as published; they do not show why."


def place(fact: Fact) -> str:
    """Name a place as it stands after 'in'."""
    name = fact.place_name
    if fact.place_level == "joint return":
        return f"{name.replace(' / ', ' and ')} (one joint return)"
    article = name.startswith(("Isle", "City of", "East Riding")) or (
        fact.place_level == "region" and name.startswith(WITH_ARTICLE)
    )
    return f"the {name}" if article else name


def sentence(fact: Fact, *, named: bool = True) -> str:
    """Say a fact in one sentence.

    Parameters
    ----------
    fact
        Of `queries.stands_out.facts`.
    named
        Whether the place of a figure is named: a paragraph does not name it twice in a row. A joint
        return is named always.

    Returns
    -------
    str
        With its figures and dates, and England's where there is one to set it against.
    """
    if fact.kind == "judgement":
        return _judged(fact)
    if fact.kind == "intervention":
        return _intervention(fact)
    about = indicators()[fact.indicator_id or ""]
    where = f"in {place(fact)}, " if named or fact.place_level == "joint return" else ""
    said = f"{where}{what(about)} {SAID[fact.kind](fact, about)}."
    return f"Check this: {said}" if fact.kind == "check" else said[0].upper() + said[1:]


def paragraph(facts: Sequence[Fact]) -> str:
    """Write the facts of a place as one paragraph, without figures to check; nothing where there is no other fact."""
    changes = {_window(fact) for fact in facts if fact.kind == "largest_change"}
    kept = [
        fact
        for fact in facts
        # a change is told once, though it be the largest and differ from England's too
        if fact.kind != "check" and not (fact.kind == "against_england" and _window(fact) in changes)
    ]
    before = ["", *(fact.place_code if fact.indicator_id else "" for fact in kept)]
    # named anew after a joint return: its figures are not those of the authority
    said = [sentence(fact, named=fact.place_code != last) for fact, last in zip(kept, before, strict=False)]
    return " ".join([*said, STANDING]) if said else ""


def _window(fact: Fact) -> tuple[str, str | None, date | None, date]:
    return fact.place_code, fact.indicator_id, fact.from_period_end, fact.period_end


def first(facts: Sequence[Fact], most: int) -> list[Fact]:
    """Return the first facts of one place in the order of kinds: its own and those of a return it shares."""
    kinds = list(KINDS)
    return sorted(facts, key=lambda fact: (kinds.index(fact.kind), fact.position))[:most]


def _judged(fact: Fact) -> str:
    services, on = f"children's services in {place(fact)}", day(fact.period_end)
    before = {"": "", fact.grade: "; the report before said the same", NONE: "; the report before had none either"}
    told = before.get(fact.grade_before, f"; before, it was “{fact.grade_before}”")
    if fact.grade == NONE:
        return f"Ofsted's report on {services}, published on {on}, has no overall grade{told}."
    return f"Ofsted graded {services} “{fact.grade}” overall in its report published on {on}{told}."


def _intervention(fact: Fact) -> str:
    # the day of some is not known: the month is true of all
    when = day(fact.period_end, "month")
    stood = f"; Ofsted's overall grade in force was “{fact.grade_before}”" if fact.grade_before != "none held" else ""
    return f"Government intervention in children's social care in {place(fact)} {fact.grade} in {when}{stood}."
