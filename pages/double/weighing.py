"""The double of one authority, by synthetic control: a library works it out, loaded when it is first asked.

The library is diff-diff 3.13.0, which is here already for the page of all cases. With its equal importance of all years
before (`custom_v`) it solves the one quadratic programme of the method exactly, by non-negative least squares: the same
weights as SciPy's own solver, and the same every time. pysyncon 1.7.0 was tried too: its general minimiser stops short
of the nearest mix (an error of 1.696 where 1.656 is least, on the cigarette sales of Abadie, Diamond and Hainmueller),
and it would be one package more. With their seven predictors diff-diff gives their five states; tests say how near.
"""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pages.double.window import Panel

if TYPE_CHECKING:
    from diff_diff import SyntheticControlResults

SHOWN = 0.0005  # of a weight: below it is 0.0% in words and tables, and the authority is not named
REMEMBERED = 64  # doubles kept, of some kilobytes each
FITTED = 4  # of the library's own findings, which hold the figures whole: what follows is asked of the newest


class Double(NamedTuple):
    """The mix of other authorities that came nearest an authority before its event.

    Attributes
    ----------
    weights
        Area code and weight of each authority in it, the heaviest first.
    gaps
        The figure of the authority less that of its double, in the order of the years before and after.
    error_before, error_after
        The root of the mean square of the gaps before and after.
    spread
        By how much donors differ from their mean in the years before: root of the mean of the variances.
    """

    weights: tuple[tuple[str, float], ...]
    gaps: tuple[float, ...]
    error_before: float
    error_after: float
    spread: float


class Without(NamedTuple):
    """The gaps of a double from which one authority is left out."""

    area_code: str
    gaps: tuple[float, ...]


class Placebo(NamedTuple):
    """What is seen of an authority treated as if it had the event: as of `Double`."""

    area_code: str
    gaps: tuple[float, ...]
    error_before: float
    error_after: float


@lru_cache(maxsize=REMEMBERED)
def double(panel: Panel) -> Double:
    """Work out the double of the case."""
    found = _fitted(panel)
    gaps = tuple(float(found.gap_path[year]) for year in (*panel.before, *panel.after))
    weights = sorted(((str(code), float(weight)) for code, weight in found.donor_weights.items()), key=_heaviest)
    kept = tuple(each for each in weights if each[1] >= SHOWN)
    return Double(kept, gaps, *_errors(panel, gaps), _spread(panel))


def _heaviest(each: tuple[str, float]) -> tuple[float, str]:
    return -each[1], each[0]


@lru_cache(maxsize=REMEMBERED)
def without(panel: Panel) -> tuple[Without, ...]:
    """Work out the double again, each time without one of those that have weight in it."""
    found = _fitted(panel)
    found.leave_one_out()
    gaps: dict[str, dict[int, float]] = {}
    for row in found.get_leave_one_out_gaps().itertuples():
        gaps.setdefault(str(row.dropped_unit), {})[int(row.period)] = float(row.gap)
    return tuple(
        Without(code, tuple(gaps[code][year] for year in (*panel.before, *panel.after)))
        for code, _ in double(panel).weights if code in gaps
    )  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def placebos(panel: Panel) -> tuple[Placebo, ...]:
    """Work out the double of every donor as if it had the event, mixed of all others, the case among them."""
    found = _fitted(panel)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of doubles that are far off: each is judged by our own rule
        found.in_space_placebo()
    paths = found._placebo_gaps or {}  # the library gives errors out, and keeps the paths to itself
    told = ((code, tuple(float(paths[code][year]) for year in (*panel.before, *panel.after)))
            for code in panel.donors if code in paths)  # fmt: skip
    return tuple(Placebo(code, gaps, *_errors(panel, gaps)) for code, gaps in told)


@lru_cache(maxsize=FITTED)
def _fitted(panel: Panel) -> "SyntheticControlResults":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a double that is far off: it is judged by our own rule
        from diff_diff import SyntheticControl
        from pandas import DataFrame

        years = (*panel.before, *panel.after)
        rows = [
            (code, year, value, int(code == panel.case and year in panel.after))
            for code, values in zip(panel.areas, panel.values, strict=True)
            for year, value in zip(years, values, strict=True)
        ]
        alike = [1.0] * len(panel.before)  # every year before counts alike
        model = SyntheticControl(v_method="custom", custom_v=alike, standardize="none")
        return model.fit(DataFrame(rows, columns=list(COLUMNS)), *COLUMNS[2:], *COLUMNS[:2])


COLUMNS = ("area_code", "year", "value", "event")


def _errors(panel: Panel, gaps: Sequence[float]) -> tuple[float, float]:
    many = len(panel.before)
    return _root(gaps[:many]), _root(gaps[many:])


def _root(gaps: Sequence[float]) -> float:
    return float((sum(gap**2 for gap in gaps) / len(gaps)) ** 0.5)


def _spread(panel: Panel) -> float:
    import numpy as np

    return float(np.sqrt(np.asarray(panel.values)[1:, : len(panel.before)].var(axis=0).mean()))
