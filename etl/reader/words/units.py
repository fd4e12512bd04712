"""In what the figures of a measure are counted, and the words with which a heading says so."""

from collections.abc import Collection

from data.catalogue import indicators
from data.kinds import Unit

SAID_BY = {  # the words with which a heading says that its figures are in the unit of a measure
    Unit.PER_CENT: frozenset({"percent", "percentage", "proportion"}),
    Unit.PER_10_000: frozenset({"per10000"}),
    Unit.PER_100_000: frozenset({"per100000"}),
}
OTHER_RATES = frozenset({"per1000", "per10000", "per100000"})


def is_another_rate(indicator: str, spoken: Collection[str]) -> bool:
    """Tell "per 100,000" over what is kept per 10,000, as a percentage or as a number."""
    return bool((OTHER_RATES & set(spoken)) - SAID_BY.get(indicators()[indicator].unit, frozenset()))


def says_unit(indicator: str, spoken: Collection[str]) -> bool:
    """Tell whether words say that figures are in the unit of a measure, where they might be numbers."""
    return bool(SAID_BY.get(indicators()[indicator].unit, frozenset()) & set(spoken))


def is_share(indicator: str) -> bool:
    """Tell whether a measure is a percentage or a rate of a population, beside which numbers stand."""
    return indicators()[indicator].unit in SAID_BY


def unit_of(indicator: str) -> Unit:
    """Give the unit that the measure is kept in."""
    return indicators()[indicator].unit


def meaning(indicator: str) -> str:
    """Give what the measure counts, in the words of the dashboard."""
    return indicators()[indicator].measure
