"""Other ways of estimating the same, shown on request: they rest on other weights, and must not tell another story."""

import warnings
from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pages.around.asked import Asked, Shown
from pages.around.estimates import BASE, COLUMNS, Year, few, group, study, table
from pages.around.panel import Panel
from pages.around.words import reach, year_said
from pages.charts.axes import plus_minus
from pages.charts.words import averaged, signed

if TYPE_CHECKING:
    from diff_diff.results_base import EventStudyResults

SAID = (
    "Of one year, with 95% intervals of that year alone. The bounds are what remains if the drift seen before the "
    "event had gone on in a straight line, and if its slope could change from one year to the next."
)
BOTH_SIDES = 2  # years before and after of the stacked difference: with more, few cases have a whole window
# By how much the slope may change from year to year, as a share of its largest change seen before the event.
SHARES = {0.0: "a straight line", 0.5: "bends of half the largest before", 1.0: "bends as large as the largest before"}
# Cases behind an estimate that is shown: the errors of these methods were not tried with few cases, and with fewer than
# eight Student's distribution of seven degrees or less makes of each interval mostly a guess.
CHECKED = 8
TOO_FEW = f"Not shown: fewer than {CHECKED} cases stand behind the year."
REMEMBERED = 64  # answers kept


class Check(NamedTuple):
    """One other estimate of one year, none for bounds, its 95% interval, and how many cases it rests on."""

    name: str
    estimate: float | None
    low: float
    high: float
    cases: int


def rows(shown: Shown, asked: Asked) -> list[dict[str, str]]:
    """Write one row a way of estimating that rests on enough cases; none where too few stand behind the year."""
    year, decimals = year_said(shown), averaged(asked.indicator).decimals
    return [
        {
            "Estimator": each.name,
            "Years since": plus_minus(year.since),
            "Estimate": "" if each.estimate is None else signed(each.estimate, unit="", decimals=decimals),
            "95% interval": reach(each.low, each.high, decimals=decimals),
            "Cases": str(each.cases),
        }
        for each in checks(shown.panel, compared=asked.compared, year=year, window=asked.window)
        if each.cases >= CHECKED
    ]


@lru_cache(maxsize=REMEMBERED)
def checks(panel: Panel, *, compared: str, year: Year, window: int) -> tuple[Check, ...]:
    """Estimate one year in the other ways; what cannot be estimated is left out.

    Parameters
    ----------
    panel, compared, window
        As of `estimates.estimate`.
    year
        What that found of the year.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is left out is counted here
        return (
            _as_above(year),
            *_sun_abraham(panel, compared, year),
            *_stacked(panel, compared, year),
            *_bounds(panel, compared, year, window),
        )


def _as_above(year: Year) -> Check:
    error = (year.error or 0.0) / few(year.cases)  # it is widened already
    return _interval("Callaway and Sant'Anna, as above", year.estimate, error, year.cases)


def _interval(name: str, estimate: float, error: float, cases: int) -> Check:
    """Return an estimate with its interval, widened for few cases."""
    from scipy import stats

    side = float(stats.t.ppf(0.975, cases - 1)) * error * few(cases)
    return Check(name, estimate, estimate - side, estimate + side, cases)


def _sun_abraham(panel: Panel, compared: str, year: Year) -> list[Check]:
    from diff_diff import SunAbraham

    if compared == "later":
        return []  # it needs authorities without the event
    found = SunAbraham(control_group=group(compared)).fit(table(panel), **COLUMNS).event_study_effects[year.since]
    return [_interval("Sun and Abraham", float(found["effect"]), float(found["se"]), year.cases)]


def _stacked(panel: Panel, compared: str, year: Year) -> list[Check]:
    from diff_diff import StackedDiD

    if compared == "later" or year.since > BOTH_SIDES:
        return []
    model = StackedDiD(kappa_pre=BOTH_SIDES, kappa_post=BOTH_SIDES, control_group=group(compared))
    try:
        found = model.fit(table(panel), **COLUMNS)
    except ValueError:  # no case has a whole window
        return []
    one, many = (
        found.event_study_effects[year.since],
        _with_a_figure(panel, set(found.groups) - set(found.trimmed_groups), year.since),
    )
    name = "Stacked difference, whole windows"
    return [_interval(name, float(one["effect"]), float(one["se"]), many)] if many > 1 else []


def _with_a_figure(panel: Panel, starts: set[int], since: int) -> int:
    """Count the cases of some years that have a figure in the year before the event and so many years since."""
    years = {(row.area_code, row.year) for row in panel}
    first = {row.area_code: row.from_year for row in panel}
    return sum(
        start in starts and {(code, start + BASE), (code, start + since)} <= years for code, start in first.items()
    )


def _bounds(panel: Panel, compared: str, year: Year, window: int) -> list[Check]:
    """Bound what remains if the drift before the event had gone on, after Rambachan and Roth."""
    import numpy as np
    from diff_diff import HonestDiD

    found = _within(study(panel, compared=compared), window, year.cases)
    times = [int(each) for each in found.event_time]
    before = [float(found.att[times.index(each)]) for each in range(-window, BASE) if each in times] + [0.0]
    bends = np.abs(np.diff(before, n=2))
    if len(bends) == 0:
        return []
    weights = np.array([float(each == year.since) for each in times if each >= 0])
    model = HonestDiD(method="smoothness", l_vec=weights)
    return [
        Check(f"Bounds: {words}", None, each.ci_lb, each.ci_ub, year.cases)
        for share, words in SHARES.items()
        for each in [model.fit(found, M=share * float(bends.max()))]
    ]


def _within(found: "EventStudyResults", window: int, cases: int) -> "EventStudyResults":
    """Keep the years of the window, for beyond it single cases stand; and widen the errors for few cases."""
    import numpy as np
    from scipy import stats

    keep = np.array([abs(int(each)) <= window for each in found.event_time])
    index = [int(each) for each in found.vcov_index]
    at = [place for place, each in enumerate(index) if abs(each) <= window]
    cut = {
        each.name: value[keep]
        for each in fields(found)
        if isinstance(value := getattr(found, each.name), np.ndarray) and value.shape == keep.shape
    }
    wider = few(cases) * float(stats.t.ppf(0.975, cases - 1) / stats.norm.ppf(0.975))
    covariance = found.vcov[np.ix_(at, at)] * wider**2
    cut["se"] = cut["se"] * wider
    return replace(found, **cut, vcov=covariance, vcov_index=np.array(index)[at])
