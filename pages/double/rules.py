"""When a double is shown, and when it is refused: each rule with its number and its reason."""

from pages.double.asked import Found
from pages.double.weighing import Double
from pages.double.window import REACH, Panel

BEFORE = 5  # figures before the event: with four, about three in four authorities are repeated exactly by some mix
AFTER = 2  # figures on or after the event: one may be chance, and the first total over a year lies before it in part
DONORS = 20  # with fewer than 20 others a rank of 1 comes more often than once in twenty by chance
RANKED = 20  # authorities in a rank, itself among them: with fewer, 1 of n comes more often than once in twenty
POOR = 0.25  # of the spread of donors: one taken by lot lies 1.4 spreads away, this is near beside it
ROUNDING = 0.5  # of the last digit that is published: what is nearer cannot be told from equal

# Why an authority is no case, by the place that `queries.around.cases` gives it.
NO_CASE = {
    "compared": "our register and the reports of inspections hold no such event of it up to the last figure",
    "very small": "it is very small, and its figures swing with single children",
    "date too vague": "the date of its event is not known well enough to tell the year from which it counts",
    "members differ": "its figures are those of a joint return whose members do not share the event",
    "before the series": "its event came before the second figure of the series, so that nothing lies before it",
    "no figure in the year before": "it has no figure in the year before the event",
    "no figure after": "it has no figure on or after the event",
}


# Kingston, Richmond and Windsor share one such company, which stands among the events of these places.
BY_THEMSELVES = "; a company that councils set up by themselves is no intervention, and not counted"


def no_case(found: Found, event: str) -> str:
    """Say why an authority is no case, or nothing."""
    if found.case is None:
        return "it has no figure of this indicator in the newest stretch of the series that no break crosses"
    if found.case.place == "case":
        return ""
    return NO_CASE[found.case.place] + BY_THEMSELVES * (found.case.place == "compared" and event == "trust")


def too_few(panel: Panel) -> str:
    """Say of what there is too little to work out a double, or nothing."""
    before, after, donors = len(panel.before), len(panel.after), len(panel.donors)
    stretch = "in the newest stretch of the series that no break crosses"
    if before < BEFORE:
        return (
            f"{_figures(before)} before the event {stretch}, and at least {BEFORE} are needed: most authorities can be "
            "repeated exactly over fewer years by some mix of others, so that a fit says nothing"
        )
    if after < AFTER:
        return (
            f"{_figures(after)} from the first on or after the event to year +{REACH}, and at least {AFTER} are "
            "needed: one alone may be chance"
        )
    if donors < DONORS:
        return (
            f"{donors} other authorities have every figure, no such event and no intervention in these years, and at "
            f"least {DONORS} are needed: the first place among fewer comes by chance more often than once in twenty"
        )
    return ""


def _figures(many: int) -> str:
    return f"there {'is' if many == 1 else 'are'} {many or 'no'} figure{'s' * (many != 1)}"


def exact(error: float, decimals: int) -> bool:
    """Tell whether a double repeats the figures before the event as exactly as they are published."""
    return bool(error < ROUNDING * 10.0**-decimals)


def poor(error: float, spread: float) -> bool:
    """Tell whether a double is too far from the figures before the event."""
    return bool(error > POOR * spread)


def no_fit(double: Double, panel: Panel, *, decimals: int) -> str:
    """Say why a double says nothing of the years after, or nothing."""
    if exact(double.error_before, decimals):
        return (
            f"a mix of the {len(panel.donors)} others repeats its {len(panel.before)} figures before the event as "
            "exactly as they are published. So do other mixes then, and they part afterwards: there are too few years "
            "for one double"
        )
    if poor(double.error_before, double.spread):
        return (
            f"the nearest mix of the {len(panel.donors)} others lies {double.error_before / double.spread:.0%} of "
            f"their spread away from its figures before the event, and at most {POOR:.0%} is allowed: what was not "
            "alike before cannot stand in for it afterwards"
        )
    return ""
