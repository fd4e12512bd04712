"""The small print of what stands out: how each fact was found, among how many, and what must be known of it."""

from data.catalogue import indicators
from pages.charts.years import measured
from pages.stands_out.figures import written
from queries.rows.stands_out import Fact

RULE = (
    "Facts are found by written rules, the same for every place. Those that chance could bring are tested, with false "
    "discoveries held to one in twenty over all authorities and indicators (Benjamini and Hochberg's rule): about one "
    "in twenty of them may still be chance. Of an indicator whose newest figure is more than two years older than the "
    "newest of all, none is sought. At most six are shown of a place, figures to check first. Figures stand beside one "
    "another; they do not show that one thing caused another."
)
TESTS = {
    "rule": "No test: a written rule found it far from the years beside it, or a note on it stands in our list",
    "none": "No test: as published",
    "rank": "No test: a rank, which chance moves too",
    "binomial": "Test of two shares (binomial)",
    "series": "Test with the variance of such rates estimated from the series themselves",
    "limits": "Limits of chance, widened by how far authorities vary (Spiegelhalter's multiplicative adjustment)",
    "trend": "Chi-squared test for a trend over the last five figures, and over the five before them (Fingertips)",
}
INTERVENTION = {
    "under-intervention": "government intervention was in force",
    "no-intervention": "government intervention was not in force",
}


def small_print(fact: Fact) -> str:
    """Write how a fact was found, and what must be known of it."""
    parts = [_measured(fact), TESTS[fact.test] + _beyond(fact), *_notes(fact)]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _measured(fact: Fact) -> str:
    return measured(indicators()[fact.indicator_id]) if fact.indicator_id else _stood(fact)


def _stood(fact: Fact) -> str:
    state = INTERVENTION.get(fact.intervention)
    then = f"At the last reference date before it {state}" if state and fact.kind == "judgement" else ""
    framework = f"Framework of inspection: {fact.caveat}" if fact.caveat else ""
    return ". ".join(filter(None, (then, framework)))


def _beyond(fact: Fact) -> str:
    if fact.q is None:
        return ""
    mean = ""
    if fact.kind == "since" and fact.indicator_id:
        mean = f" from {written(fact.compared, indicators()[fact.indicator_id])}, the mean of the {fact.counted} others"
    size = "below 0.001" if fact.q < 0.001 else f"{fact.q:.3f}"
    return f"; beyond chance{mean}: q {size}, among {fact.tested_of:,} looked at"


def _notes(fact: Fact) -> list[str]:
    """Return the caveat and the notes of the figure, none twice."""
    caveat = fact.caveat if fact.indicator_id else ""
    return list(dict.fromkeys(filter(None, (caveat, fact.note, fact.general_note))))
