"""What stands out a second time: runs of comparable figures, and the tests on them, in plain Python and SciPy.

- a run is a row of published figures of an authority without a note of its own, a gap, a break or another publication
- small authorities, figures that few are behind, and years unsettled everywhere begin or end nothing
- false discoveries are controlled by statsmodels over all that was tested
"""

import math
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from scipy.stats import norm

from tests.queries.plain_england import PER, England, Row

Key = tuple[str, str]


class Run(NamedTuple):
    """The figures that may be compared with the newest, which is the last of them."""

    figures: list[Row]
    ends_badly: set[date]


def series(england: England, indicator: str, areas: set[str]) -> dict[str, list[Row]]:
    """Return every row of each area, in the order of dates."""
    found: dict[str, list[Row]] = {}
    for on in sorted(england.rows[indicator]):
        for area, row in england.rows[indicator][on].items():
            if area in areas:
                found.setdefault(area, []).append(row)
    return found


def ended(england: England) -> set[str]:
    """Return the indicators without a figure in the two years before the newest of all."""
    newest = {indicator: max(dates) for indicator, dates in england.rows.items()}
    last = max(newest.values())
    return {indicator for indicator, on in newest.items() if on < last.replace(year=last.year - 2)}


def runs(england: England, sources: dict[tuple[str, str, date], str]) -> dict[Key, Run]:
    """Return the run of each authority and indicator that has one."""
    large = {area for area, (*_, tiny, _) in england.authorities.items() if not tiny}
    found = {}
    for indicator, unit in england.units.items():
        if unit not in PER or england.topics[indicator] == "context" or indicator in ended(england):
            continue
        newest = max(england.rows[indicator])
        for area, rows in series(england, indicator, large).items():
            if rows[-1].on != newest:
                continue
            run: list[Row] = []
            for row in reversed(rows):
                clean = row.status == "published" and (area, indicator, row.on) not in england.flagged
                joined = not run or (
                    england.segment(indicator, row.on) == england.segment(indicator, newest)
                    and sources[area, indicator, row.on] == sources[area, indicator, newest]
                    and (run[0].on - row.on).days <= 550
                )
                if not (clean and joined):
                    break
                run.insert(0, row)
            if run:
                found[area, indicator] = Run(run, _ends_badly(england, indicator, rows))
    return found


def _ends_badly(england: England, indicator: str, rows: list[Row]) -> set[date]:
    found = {row.on for row in rows if (indicator, row.on) in england.unsettled}
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        values = [each.value for each in (before, row, after)]
        beside = all(
            england.segment(indicator, each.on) == england.segment(indicator, row.on)
            and abs((each.on - row.on).days) <= 550
            for each in (before, after)
        )
        if None in values or not beside:
            continue
        one, value, other = (float(each or 0) for each in values)
        if min(one, other) >= 0.7 * max(one, other) and not (one + other) / 4 <= value <= 0.8 * (one + other):
            found.add(row.on)
    return found


def error(unit: str, first: list[Row], last: Row, dispersion: tuple[float, float] | None) -> float | None:
    """Return the standard error of the last figure less the mean of others: of rates that of the logarithm."""
    every = [*first, last]
    weights = [1 / len(first) ** 2] * len(first) + [1.0]
    if any(not row.denominator for row in every):
        return None
    if unit == "%":
        pooled = sum(_value(row) * (row.denominator or 0) for row in every) / sum(row.denominator or 0 for row in every)
        if not 1e-6 <= pooled <= 100 - 1e-6:
            return None
        inverse = sum(weight / (row.denominator or 1) for row, weight in zip(every, weights, strict=True))
        return math.sqrt(pooled * (100 - pooled) * inverse)
    if dispersion is None or any(not row.numerator for row in every):
        return None
    poisson = sum(weight / (row.numerator or 1) for row, weight in zip(every, weights, strict=True))
    return math.sqrt(max(dispersion[0] * poisson, dispersion[1] / 2 * (1 / len(first) + 1)))


def _value(row: Row) -> float:
    return float(row.value or 0)


def passed(run: Run) -> tuple[int, list[Row]]:
    """Return the direction of the newest figure and those before it, back to back, that it is beyond."""
    *before, newest = run.figures
    for direction in (1, -1):
        beaten: list[Row] = []
        for row in reversed(before):
            if direction * (_value(newest) - _value(row)) <= 0:
                break
            beaten.insert(0, row)
        if beaten:
            return direction, beaten
    return 0, []


def trend(rows: list[Row], unit: str, factor: float) -> float | None:
    """Return the standardised trend of shares (Cochran, Armitage) or of rates over five figures."""
    if len(rows) != 5 or any(row.small or not row.denominator for row in rows):
        return None
    total = np.array([row.denominator for row in rows], dtype=float)
    cases = np.array([_value(row) for row in rows]) * total / PER[unit]
    steps = np.arange(5) - (np.arange(5) * total).sum() / total.sum()
    share = cases.sum() / total.sum()
    variance = share * ((1 - share) if unit == "%" else factor) * (steps**2 * total).sum()
    return float((steps * cases).sum() / math.sqrt(variance)) if variance > 0 else None


def two_sided(z: Any) -> Any:
    """Return the chance of a standard normal as far from 0."""
    return 2 * norm.sf(np.abs(z))
