"""The rank of one authority among all whose own double would be shown by the same rules."""

from collections.abc import Sequence
from typing import NamedTuple

from pages.double import rules
from pages.double.asked import Shown
from pages.double.weighing import Placebo


class Ranked(NamedTuple):
    """How unusual the years after are.

    Attributes
    ----------
    ratio
        Of the errors after and before, of the authority itself.
    placebos
        Those whose own double passes the rules of the fit, by their ratios, the largest first.
    place
        Of the authority among these and itself: 1 has the largest ratio.
    exact, poor
        How many others are left out, as repeated exactly and as too far off.
    """

    ratio: float
    placebos: tuple[Placebo, ...]
    place: int
    exact: int
    poor: int

    @property
    def many(self) -> int:
        """How many are ranked, the authority itself among them."""
        return len(self.placebos) + 1


def ratio(each: Placebo) -> float:
    """Return how many times the error before the error after is."""
    return each.error_after / each.error_before


def ranked(shown: Shown, placebos: Sequence[Placebo], *, decimals: int) -> Ranked:
    """Rank an authority by the rules that its own double passed.

    Parameters
    ----------
    placebos
        Of `weighing.placebos`: of every donor.
    decimals
        With which figures are published.
    """
    double = shown.double
    exact = [each for each in placebos if rules.exact(each.error_before, decimals)]
    poor = [each for each in placebos if rules.poor(each.error_before, double.spread)]
    kept = sorted((each for each in placebos if each not in exact and each not in poor), key=ratio, reverse=True)
    own = double.error_after / double.error_before
    return Ranked(own, tuple(kept), 1 + sum(ratio(each) >= own for each in kept), len(exact), len(poor))
