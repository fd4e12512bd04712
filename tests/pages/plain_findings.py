"""What a headline may say of which years, a second time, in plain Python over whole tables: no SQL, nothing of etl.

The rules, as the issue and the reviews give them:

- both ends are published, unflagged, not of small numbers, not of a year that was unsettled everywhere, and not alone
  far from two alike beside them; nothing between is withheld or flagged; the figures just outside at either end, if
  they may be compared at all, are neither; no break, other publication or gap within
- the change is more than rounding, at least 5% of the first figure, and for a percentage at least a point
- it is beyond chance: Newcombe's interval for percentages; for counts and rates the year-to-year variance of all
  authorities
- from no year within the window did the figure move the other way as clearly, nor in each of the last three years
- the window begins with the first figure since the break, or five years or one before the last; any other only where
  the figure moved the same way from each of those that can be compared
- else it may be said that the newest figure fell from the highest of all, if that lies within the window
- England is named where it moved the same way by at least 40% of the move
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import hypot, inf, log, sqrt
from statistics import median
from typing import Any

from scipy.stats import chi2, norm
from statsmodels.stats.proportion import proportion_confint

Row = dict[str, Any]
ALPHA = 2 * (1 - norm.cdf(1.96))  # the tables' 1.96 exactly
MIDDLE = chi2.ppf(0.5, 1)


def findings(rows: Sequence[Row], breaks: Mapping[str, Sequence[date]], england: Mapping[Any, float]) -> dict[Any, Any]:
    """Find every window and what may be said of it.

    `rows` are of one authority, indicator and date each, with unit, decimals, value, status, numerator, denominator,
    source_id, flagged and unsettled; in order of authority, indicator and date. `england` is by indicator and date.
    """
    series: dict[Any, list[Row]] = defaultdict(list)
    for row in _with_intervals(rows):
        row["segment"] = sum(day <= row["on"] for day in breaks.get(row["indicator"], ()))
        series[row["area"], row["indicator"]].append(row)
    noise = _noise(series.values())
    newest: dict[str, date] = defaultdict(lambda: date.min)
    for row in rows:
        newest[row["indicator"]] = max(newest[row["indicator"]], row["on"])
    return dict(
        one
        for (area, indicator), line in series.items()
        for one in _of_series((area, indicator), line, noise.get(indicator), newest[indicator], england)
    )


def _with_intervals(rows: Sequence[Row]) -> Sequence[Row]:
    parts = [r for r in rows if r["unit"] == "%" and r["value"] is not None and r["denominator"]
             and r["numerator"] is not None and r["numerator"] <= r["denominator"]]  # fmt: skip
    low, high = proportion_confint(
        [r["numerator"] for r in parts], [r["denominator"] for r in parts], alpha=ALPHA, method="wilson"
    )
    for row, *ends in zip(parts, low, high, strict=True):
        row["interval"] = [100 * end for end in ends]
    for row in rows:
        row["counted"] = row["value"] if row["unit"] in ("number", "FTE", "people") else row["numerator"]
        row["small"] = (row["denominator"] is not None and row["denominator"] < 50) or (
            row["counted"] is not None and row["counted"] < 10
        )
        row["clean"] = row["status"] == "published" and not row["flagged"]
    return rows


def _beside(before: Row, after: Row) -> bool:
    return before["segment"] == after["segment"] and (after["on"] - before["on"]).days <= 550


def _runs(line: Sequence[Row]) -> Iterator[list[int]]:
    """Yield the stretches that a window may lie in, as places in the line."""
    run: list[int] = []
    for at, row in enumerate(line):
        before = line[at - 1]
        if run and not (row["clean"] and _beside(before, row) and before["source"] == row["source"]):
            yield run
            run = []
        if row["clean"]:
            run.append(at)
    if run:
        yield run


def _noise(lines: Any) -> dict[str, tuple[float, float]]:
    """Measure for each indicator how many times Poisson's the year-to-year variance is, and how large."""
    moves: dict[Any, list[tuple[float, float]]] = defaultdict(list)
    for line in lines:
        for run in _runs(line):
            for a, b in pairwise(line[at] for at in run):
                counted = a["unit"] in ("number", "per 10,000") and not a["small"] and not b["small"]
                if counted and a["counted"] and b["counted"]:
                    poisson = 1 / a["counted"] + 1 / b["counted"]
                    moves[a["indicator"], b["on"]].append((log(b["value"] / a["value"]), poisson))
    off: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for (indicator, _), found in moves.items():
        usual = median(move for move, _ in found)
        off[indicator] += [(move - usual, poisson) for move, poisson in found]
    return {
        indicator: (
            max(1.0, median(d * d / poisson for d, poisson in found) / MIDDLE),
            median(d * d for d, _ in found) / MIDDLE,
        )
        for indicator, found in off.items()
    }


def _clear(a: Row, b: Row, noise: tuple[float, float] | None) -> bool:
    moved = b["value"] - a["value"]
    if a["small"] or b["small"] or abs(moved) <= 1.001 * 10.0 ** -a["decimals"]:
        return False
    if abs(moved) < 0.05 * abs(a["value"]) or (a["unit"] == "%" and abs(moved) <= 0.999):
        return False
    if a["unit"] == "%":
        if "interval" not in a or "interval" not in b:
            return False
        (a_low, a_high), (b_low, b_high) = a["interval"], b["interval"]
        below = moved - hypot(b["value"] - b_low, a_high - a["value"])
        return below > 0 or moved + hypot(b_high - b["value"], a["value"] - a_low) < 0
    if a["unit"] not in ("number", "per 10,000") or not a["counted"] or not b["counted"] or noise is None:
        return False
    variance = max(noise[0] * (1 / a["counted"] + 1 / b["counted"]), noise[1])
    return abs(log(b["value"] / a["value"])) > 1.96 * sqrt(variance)


def _of_series(
    of: tuple[str, str], line: Sequence[Row], noise: Any, newest: date, england: Mapping[Any, float]
) -> Iterator[tuple[Any, Any]]:
    highest = max((row["value"] for row in line if row["value"] is not None), default=inf)
    tops = [row for row in line if row["value"] == highest]
    for run in _runs(line):
        for end in run[1:]:
            last = line[end]
            starts = [at for at in run if at < end]
            clear = {at: _clear(line[at], last, noise) for at in starts}
            up = {at: last["value"] > line[at]["value"] for at in starts}
            level = {at: last["value"] == line[at]["value"] for at in starts}
            fixed = [at for at in starts if _is_fixed(line, at, last)]
            firm = {at: clear[at] and not _no_end(line, at) and not _thrice(line, end, not up[at]) for at in starts}
            steady = {
                at: firm[at]
                and not _no_end(line, end)
                and not any(clear[o] and up[o] != up[at] for o in starts if o > at)
                for at in starts
            }
            peak = next(
                (at for at in starts if len(tops) == 1 and tops[0] is line[at] and last["on"] == newest
                 and steady[at] and not up[at] and _outside(line, at, end)), None
            )  # fmt: skip
            for at in starts:
                if not _outside(line, at, end):
                    continue
                alike = at in fixed or all(up[o] == up[at] and not level[o] for o in fixed)
                base = at if steady[at] and alike else peak if peak is not None and peak >= at else None
                if base is not None:
                    told = _england(line[base], last, england)
                    yield (*of, line[at]["on"], last["on"]), (not (base == at and alike and steady[at]),
                        line[base]["on"], line[base]["value"], last["value"], *told)  # fmt: skip


def _is_fixed(line: Sequence[Row], at: int, last: Row) -> bool:
    same = [row["on"] for row in line if row["status"] == "published"
            and row["segment"] == last["segment"] and row["source"] == last["source"]]  # fmt: skip
    return line[at]["on"] in (min(same), *(last["on"].replace(year=last["on"].year - back) for back in (1, 5)))


def _no_end(line: Sequence[Row], at: int) -> bool:
    """Tell whether no finding may begin or end here: 2020-21 where it was unsettled, or one far from two alike."""
    if line[at]["unsettled"] or not 0 < at < len(line) - 1:
        return bool(line[at]["unsettled"])
    before, here, after = line[at - 1 : at + 2]
    if not (_beside(before, here) and _beside(here, after)) or None in (before["value"], after["value"]):
        return False
    usual = (before["value"] + after["value"]) / 2
    alike = min(before["value"], after["value"]) >= 0.7 * max(before["value"], after["value"])
    return alike and (here["value"] < 0.5 * usual or here["value"] > 1.6 * usual)


def _thrice(line: Sequence[Row], end: int, up: bool) -> bool:
    """Tell whether the figure went up, or down, in each of the last three years."""
    values = [row["value"] for row in line[max(0, end - 3) : end + 1]]
    if len(values) < 4 or None in values:
        return False
    return all((b > a) if up else (b < a) for a, b in pairwise(values))


def _outside(line: Sequence[Row], at: int, end: int) -> bool:
    """Tell whether the figures just outside a window, where they may be compared, are plain."""
    before = at == 0 or line[at - 1]["clean"] or not _beside(line[at - 1], line[at])
    return before and (end + 1 == len(line) or line[end + 1]["clean"] or not _beside(line[end], line[end + 1]))


def _england(a: Row, b: Row, england: Mapping[Any, float]) -> tuple[float | None, float | None]:
    was, now = (england.get((row["indicator"], row["on"])) for row in (a, b))
    if was is None or now is None:
        return None, None
    if a["unit"] in ("%", "per 10,000"):
        alike = (now - was) / (b["value"] - a["value"]) >= 0.4
    else:
        alike = log(now / was) / log(b["value"] / a["value"]) >= 0.4
    return (was, now) if alike else (None, None)
