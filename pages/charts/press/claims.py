"""Headlines that are true or absent: a rule writes one only where nothing in the figures speaks against it.

The rules are those of the Government Analysis Function for charts (one finding, active, no cause), kept from saying
more than the figures do: both ends published, nothing missing, flagged or broken between them, a change beyond the
rounding whose 95% interval leaves out no change, and enough people behind both ends.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import hypot, sqrt
from typing import Any

import pandas as pd

from pages.charts.comparison.compared import Asked, Line
from pages.charts.words import listed, lowered, short_figure

Z = 1.96
FEWEST = 50  # of the denominator, below which a percentage says little
FEWEST_COUNTED = 10  # of the numerator, or of a count
A_YEAR_AND_A_HALF = timedelta(days=550)
MOST_WORDS = 15


def interval(point: Mapping[str, Any], about: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return the 95% interval of a figure.

    Parameters
    ----------
    point
        A row of `queries.compare.lines`.
    about
        A row of `queries.indicators`.

    Returns
    -------
    tuple of float, or None
        Wilson's for a percentage, Byar's for a rate per 10,000 and for a count, in the unit of the indicator; None
        where the figure has no numerator and denominator, or too few are behind it.
    """
    top, bottom, unit = point["numerator"], point["denominator"], about["unit"]
    if unit == "number":
        return _byar(float(point["value"])) if point["value"] >= FEWEST_COUNTED else None
    if pd.isna(top) or pd.isna(bottom) or bottom < FEWEST or top < FEWEST_COUNTED:
        return None
    if unit == "%":
        share, z2 = top / bottom, Z * Z
        if not 0 <= share <= 1:
            return None
        middle, half = share + z2 / (2 * bottom), Z * sqrt(share * (1 - share) / bottom + z2 / (4 * bottom * bottom))
        return 100 * (middle - half) / (1 + z2 / bottom), 100 * (middle + half) / (1 + z2 / bottom)
    if unit == "per 10,000":
        low, high = _byar(float(top))
        return 10_000 * low / bottom, 10_000 * high / bottom
    return None


def _byar(count: float) -> tuple[float, float]:
    more = count + 1
    low = count * (1 - 1 / (9 * count) - Z / (3 * sqrt(count))) ** 3
    return low, more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3


def change(line: Line, about: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return the first and the last point of a line if a headline may be made of them, else None."""
    points = list(line.points)
    if line.role != "chosen" or len(points) < 2 or line.tiny:
        return None
    plain = all(point["status"] == "published" and not point["unusual"] and point["note"] == "" for point in points)
    together = all(
        after["segment"] == before["segment"]
        and after["source_id"] == before["source_id"]  # another publication may count in another way
        and after["area_code"] == before["area_code"]
        and after["period_end"] - before["period_end"] < A_YEAR_AND_A_HALF
        for before, after in zip(points, points[1:], strict=False)
    )
    if not plain or not together or points[0]["area_level"] != "authority":
        return None
    return (points[0], points[-1]) if _beyond(points[0], points[-1], about) else None


def _beyond(first: dict[str, Any], last: dict[str, Any], about: Mapping[str, Any]) -> bool:
    """Tell whether two figures differ by more than their rounding, and no change lies outside the interval of theirs.

    The interval of the difference is Newcombe's of 1998 (Statistics in Medicine 17, 873 to 890, method 10), from the
    intervals of the two figures.
    """
    one, other = interval(first, about), interval(last, about)
    if one is None or other is None:
        return False
    moved = last["value"] - first["value"]
    below = hypot(last["value"] - other[0], one[1] - first["value"])
    above = hypot(other[1] - last["value"], first["value"] - one[0])
    return abs(moved) > 1.001 * 10.0 ** -int(about["decimals"]) and not moved - below <= 0 <= moved + above


def headline(lines: Sequence[Line], asked: Asked, *, of: int) -> str:
    """Write a finding, or nothing.

    Parameters
    ----------
    lines
        As of `pages.charts.comparison.compare.compared_lines`.
    asked
        How the comparison is asked for.
    of
        How many authorities were chosen: nothing is said of some of them alone.

    Returns
    -------
    str
        For one authority its change with both figures, for two or three that changed alike what they share; empty
        where the guards forbid it.
    """
    chosen = [line for line in lines if line.role == "chosen"]
    if (
        asked.measure != "published"
        or not 1 <= len(chosen) <= 3
        or len(chosen) != of
        or any(line.role == "own" for line in lines)
    ):
        return ""
    ends = [change(line, asked.about) for line in chosen]
    found = [end for end in ends if end]
    if len(found) != len(chosen):
        return ""
    dates = {(first["period_end"], last["period_end"]) for first, last in found}
    rose = {last["value"] > first["value"] for first, last in found}
    if len(dates) != 1 or len(rose) != 1:
        return ""
    moved = "rose" if rose.pop() else "fell"
    text = _one(chosen[0], *found[0], moved, asked) if len(chosen) == 1 else _several(chosen, *found[0], moved, asked)
    return text if len(text.split()) <= MOST_WORDS else ""


def _one(line: Line, first: dict[str, Any], last: dict[str, Any], moved: str, asked: Asked) -> str:
    about = asked.about
    was, now = (short_figure(point["value"], unit=about["unit"], decimals=about["decimals"]) for point in (first, last))
    years = f"{first['period_end'].year} to {last['period_end'].year}"
    return f"{line.name}: {lowered(about['title'])} {moved} from {was} to {now}, {years}"


def _several(lines: Sequence[Line], first: dict[str, Any], last: dict[str, Any], moved: str, asked: Asked) -> str:
    years = f"{first['period_end'].year} to {last['period_end'].year}"
    return f"{asked.about['title']} {moved} in {listed([line.name for line in lines])}, {years}"
