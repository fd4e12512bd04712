"""Group-time effects taken together by years since an event, in plain Python: what the library must give too."""

from collections import defaultdict
from statistics import fmean


def plain(panel, *, never):
    """Return by years since the estimate, its standard error, and the cases and those compared behind it.

    Each case's change since the year before its event, less the mean change of those compared, has the same weight.
    The error is the root of the sum of squares of what each authority adds to the estimate.
    """
    values = {(row.area_code, row.year): row.value for row in panel}
    first = {row.area_code: row.from_year for row in panel}
    years = {row.year for row in panel}
    cells = defaultdict(list)
    for start in {year for year in first.values() if year}:
        for year in years - {start - 1}:
            change = {c: values[c, year] - values[c, start - 1] for c in first
                      if (c, year) in values and (c, start - 1) in values}  # fmt: skip
            own = {c: v for c, v in change.items() if first[c] == start}
            other = {c: v for c, v in change.items()
                     if first[c] == 0 or (not never and first[c] > max(year, start))}  # fmt: skip
            if own and other:
                cells[year - start].append((own, other))
    return {since: _together(those) for since, those in cells.items()}


def _together(cells):
    many = sum(len(own) for own, _ in cells)
    differences = [fmean(own.values()) - fmean(other.values()) for own, other in cells]
    estimate = sum(len(own) * each for (own, _), each in zip(cells, differences, strict=True)) / many
    adds = defaultdict(float)
    for (own, other), _each in zip(cells, differences, strict=True):
        middle = fmean(other.values())
        for code, change in own.items():
            adds[code] += (change - middle - estimate) / many
        for code, change in other.items():
            adds[code] -= len(own) / many * (change - middle) / len(other)
    compared = set().union(*(other for _, other in cells))
    return estimate, sum(each**2 for each in adds.values()) ** 0.5, many, len(compared)
