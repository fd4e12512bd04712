"""How far cases moved from those compared, year by year since an event: by a library that is loaded when it is asked.

The library is diff-diff 3.13.0. It and csdid 0.4.3 were tried, with our Python, numpy and pandas, on the county data of
Callaway and Sant'Anna (2021): diff-diff gives each of the twelve group-time effects and the dynamic and simple means
of R's `did` to the last printed digit in 0.03 seconds, csdid the same estimates with errors by bootstrap alone in 5.
diff-diff needs nothing that was not here already, and it has Sun and Abraham's estimator, stacked differences and
Rambachan and Roth's bounds too. differences 0.3.0 and pyfixest 0.60.0 were installed and not tried further: pyfixest
brings 180 megabytes of another library of tables.

The library's own bands, tried on worlds made of our own panel (tests/benchmarks/around_worlds.py), cover too little:
88% of 120 where 30 authorities are cases. Here each error is widened for the number of cases behind its year, as for
any mean of few, and the band's level is kept by Student's distribution instead of the normal.
"""

import warnings
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pages.around.panel import Behind, Observed, Panel, behind

if TYPE_CHECKING:
    from diff_diff.results_base import EventStudyResults
    from pandas import DataFrame

ENOUGH = 5  # cases behind a year: with fewer its error cannot be estimated, and it is not shown
BASE = -1  # the year before the event, from which changes are counted
LEVEL = 0.95  # share of the draws that the band holds
DRAWS = 20_000  # of the largest of several standardised errors: the quantile then moves by less than 0.02
SEED = 15  # so that everybody sees the same band
REMEMBERED = 256  # answers kept: of each some kilobytes


class Year(NamedTuple):
    """What is seen in one year since the event.

    Attributes
    ----------
    since
        Years since: 0 is the first reference date on or after the event.
    estimate, error
        The change of the cases since the year before the event less that of those compared, and its standard error;
        0 and nothing in the year before.
    low, high
        The 95% band, that holds for all years shown at once.
    cases, compared
        How many authorities stand behind it.
    """

    since: int
    estimate: float
    error: float | None
    low: float | None
    high: float | None
    cases: int
    compared: int


class Estimate(NamedTuple):
    """What is seen around an event.

    Attributes
    ----------
    years
        In order, those with too few cases left out.
    critical
        By how many errors the band would reach on each side if the errors were known.
    """

    years: tuple[Year, ...]
    critical: float

    def at(self, since: int) -> Year | None:
        """Return one year."""
        return next((year for year in self.years if year.since == since), None)


@lru_cache(maxsize=REMEMBERED)
def estimate(panel: Panel, *, compared: str, window: int) -> Estimate:
    """Estimate Callaway and Sant'Anna's group-time effects, and take them together by years since the event.

    Parameters
    ----------
    panel
        Of `pages.around.panel.panel`.
    compared
        both, never or later.
    window
        How many years on each side are shown; the band holds for these at once.

    Returns
    -------
    Estimate
        Without years where it cannot be estimated.
    """
    counted = behind(panel, never=compared == "never")
    shown = [since for since, each in counted.items() if abs(since) <= window and each.cases >= ENOUGH]
    if not any(since >= 0 for since in shown) or BASE not in shown:
        return Estimate((), 0.0)
    return _banded(study(panel, compared=compared), [since for since in shown if since != BASE], counted)


def study(panel: Panel, *, compared: str) -> "EventStudyResults":
    """Return what the library finds, for all years since the event."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that authorities have gaps is said by ourselves
        from diff_diff import CallawaySantAnna

        model = CallawaySantAnna(control_group=group(compared), base_period="universal")
        return model.fit(table(panel), **COLUMNS).aggregate("event_study")


COLUMNS = {"outcome": "value", "unit": "area_code", "time": "year", "first_treat": "from_year"}


def group(compared: str) -> str:
    """Return whom to compare with as the library calls it."""
    return "never_treated" if compared == "never" else "not_yet_treated"


def table(panel: Panel) -> "DataFrame":
    """Return the rows as the library takes them."""
    from pandas import DataFrame

    return DataFrame(panel, columns=list(Observed._fields))


def _banded(found: "EventStudyResults", wanted: list[int], counted: Mapping[int, Behind]) -> Estimate:
    import numpy as np
    from scipy import stats

    place = {int(since): at for at, since in enumerate(found.vcov_index)}
    shown = [since for since in wanted if since in place and found.vcov[place[since], place[since]] > 0]
    at = [place[since] for since in shown]
    covariance = found.vcov[np.ix_(at, at)]
    errors = np.sqrt(np.diag(covariance))
    critical = largest(covariance / np.outer(errors, errors))
    effects = dict(zip((int(each) for each in found.event_time), found.att, strict=True))
    years = [Year(BASE, 0.0, None, None, None, *counted[BASE])]
    for since, error in zip(shown, errors, strict=True):
        many = counted[since].cases
        widened = float(error) * few(many)
        reach = float(stats.t.ppf(stats.norm.cdf(critical), many - 1)) * widened
        middle = float(effects[since])
        years.append(Year(since, middle, widened, middle - reach, middle + reach, *counted[since]))
    return Estimate(tuple(sorted(years)), critical)


def few(cases: int) -> float:
    """Return by how much an error is widened: as of any mean of few, whose deviations are from itself."""
    return float((cases / (cases - 1)) ** 0.5)


def largest(correlation: object) -> float:
    """Return what the largest of several standardised errors stays under in 95 of 100 draws."""
    import numpy as np

    matrix = np.asarray(correlation)
    values, vectors = np.linalg.eigh(matrix)
    root = vectors * np.sqrt(np.clip(values, 0, None))
    draws = np.random.default_rng(SEED).standard_normal((DRAWS, len(matrix))) @ root.T
    return float(np.quantile(np.abs(draws).max(axis=1), LEVEL))
