"""What must be known of all cases around an event: who is left out, what repeats, what is unusual, and refusals."""

from collections import Counter
from collections.abc import Sequence

from pages.around.asked import Asked, Shown
from pages.around.choices import NAMED
from pages.around.estimates import ENOUGH
from pages.around.words import YEARS_AFTER, compared_cases
from pages.charts.words import years_said

LEFT_OUT = {
    "before the series": "had it before the second figure of the comparable series, so that nothing lies before it",
    "date too vague": "of which the date is not known well enough to tell the year",
    "no figure in the year before": "without a figure in the year before it",
    "no figure after": "without a figure after it",
    "members differ": "reported jointly by members that do not share it",
    "very small": "left out as very small",
}
REST = {False: "are compared", True: "are not compared: only those are that have it later"}
ONE_FIGURE = (
    "Too few years: the newest stretch of this series that no break crosses has one figure alone, so that nothing can "
    "be counted from one year to another."
)
PANDEMIC = (2020, 2021)  # years in which restrictions changed referrals and the work itself
# Events that only some could have: most of those compared never stood where the cases stood before.
FIRST_GRADE = (
    "A fall is counted between two overall grades of one authority. An inadequate first grade is none, whatever a "
    "predecessor's was"
)
AMONG = "; authorities that had it, and no later fall, stand among those compared"
FROM_ELSEWHERE = {
    "rose": "were never inadequate",
    "ended": "were under no intervention",
    "trust": "were never in the place of these cases",
}


def refusal(shown: Shown, asked: Asked) -> str:
    """Say why nothing can be estimated, or nothing."""
    if any(0 <= year.since <= YEARS_AFTER for year in shown.estimate.years):
        return ""
    if len({row.year for row in shown.figures}) < 2:
        return ONE_FIGURE
    cases, with_others = sum(case.place == "case" for case in shown.cases), compared_cases(shown, asked)
    named = (
        f"Cases with {NAMED[asked.event]} and a figure of this indicator in the year before it and after it, in the "
        f"stretch of its series that no break crosses: {cases}."
    )
    if with_others < ENOUGH <= cases:
        why = f"Too few to compare with. {named} Of these, with others to be compared with: {with_others}"
    else:
        why = f"Too few cases. {named} Not all have a figure in the same year since"
    return f"{why}; at least {ENOUGH} a year are needed. {left_out(shown)}".strip()


def left_out(shown: Shown) -> str:
    """Say how many are neither cases nor compared, and why."""
    places = Counter(case.place for case in shown.cases)
    said = [f"{places[place]} {words}" for place, words in LEFT_OUT.items() if places[place]]
    return f"Neither cases nor compared: {'; '.join(said)}." if said else ""


def cautions(shown: Shown, asked: Asked) -> list[str]:
    """Say what must be known of the figures: who is left out, what repeats, what is unusual, what fell in 2020-21."""
    cases = [case for case in shown.cases if case.place == "case"]
    codes = {case.area_code for case in cases}
    again = sum(case.later_events > 0 for case in cases)
    doubted = sum(case.confidence == "low" for case in cases)
    unusual = sum(row.unusual and row.value is not None and row.area_code in codes for row in shown.figures)
    small = len({row.area_code for row in shown.figures if row.small and row.area_code in codes})
    years = sorted({row.year for row in shown.figures})
    return list(
        filter(
            None,
            [
                _elsewhere(asked),
                left_out(shown),
                _series(shown, asked),
                _first_grade(asked),
                f"{again} of the cases had such an event again later: it lies on their path." * bool(again),
                f"Our register holds the date of {doubted} of the cases with low confidence." * bool(doubted),
                f"Figures of cases that are marked as unusual and take part as published: {unusual}." * bool(unusual),
                f"Cases with figures that rest on small numbers: {small}." * bool(small),
                "These years take in 2020-21, the first year of COVID-19. What was alike everywhere is no part of the "
                "difference; what differed from place to place is." * _pandemic(years),
                "The cases behind one year are not all those behind another: the later the year, the fewer events lie "
                "long enough ago.",
            ],
        )
    )


def _elsewhere(asked: Asked) -> str:
    """Say that those compared come from elsewhere, where they do."""
    if asked.compared == "later" or asked.event not in FROM_ELSEWHERE:
        return ""
    return (
        f"Most of those compared {FROM_ELSEWHERE[asked.event]}, and figures that were not far out have less way to "
        "come back. More choices can compare with those that have the event later."
    )


def _first_grade(asked: Asked) -> str:
    if asked.event != "fell":
        return ""
    return f"{FIRST_GRADE}{AMONG * (asked.compared != 'later')}."


def _series(shown: Shown, asked: Asked) -> str:
    dates = [row.period_end for row in shown.figures]
    said = years_said(min(dates), max(dates), basis=asked.indicator.basis)
    compared = sum(case.place == "compared" for case in shown.cases)
    return (
        f"Figures of {said}: the newest stretch of the series that no break crosses. {compared} "
        f"authorities and joint returns had no such event by its end and {REST[asked.compared == 'later']}."
    )


def _pandemic(years: Sequence[int]) -> bool:
    return years[0] <= PANDEMIC[1] and years[-1] >= PANDEMIC[0]
