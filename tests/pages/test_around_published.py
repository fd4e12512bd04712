"""The library behind all cases around an event gives the numbers that the authors of its methods print.

The county data of Callaway and Sant'Anna (2021) belong to their R package `did` and are not ours to carry: whoever has
them (`mpdta`, as CSV, beside the publishers' files) runs that test. The bounds need numbers alone.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

MPDTA = [folder / "mpdta.csv" for folder in (Path(__file__).parents[2] / "data/raw", Path(__file__).parents[3])]
# The summary of att_gt(..., xformla = ~1) in the vignette of `did`: estimate and analytical standard error.
GROUP_TIME = {
    (2004, 2004): -0.0105, (2004, 2005): -0.0704, (2004, 2006): -0.1373, (2004, 2007): -0.1008,
    (2006, 2004): 0.0065, (2006, 2005): -0.0028, (2006, 2006): -0.0046, (2006, 2007): -0.0412,
    (2007, 2004): 0.0305, (2007, 2005): -0.0027, (2007, 2006): -0.0311, (2007, 2007): -0.0261,
}  # fmt: skip
DYNAMIC = {-3: 0.0305, -2: -0.0006, -1: -0.0245, 0: -0.0199, 1: -0.0510, 2: -0.1373, 3: -0.1008}
# Of R's HonestDiD 0.2.6 for made estimates: how far the slope may change, the middle and half the length.
BOUNDS = {0.0: (1.4858, 0.2029), 0.05: (1.5263, 0.2505), 0.1: (1.6745, 0.3135), 0.5: (2.2000, 0.7326)}


@pytest.mark.skipif(not any(path.exists() for path in MPDTA), reason="the county data of R's `did` are not here")
def test_group_time_effects_are_those_of_the_authors_own_package():
    import pandas as pd

    from pages.around.estimates import COLUMNS

    path = next(path for path in MPDTA if path.exists())
    with path.open(encoding="utf-8") as file:
        rows = [(row["countyreal"], int(row["year"]), float(row["lemp"]), int(float(row["first_treat"] or 0)))
                for row in csv.DictReader(file)]  # fmt: skip
    from diff_diff import CallawaySantAnna

    table = pd.DataFrame(rows, columns=["area_code", "year", "value", "from_year"])
    found = CallawaySantAnna(control_group="never_treated", base_period="varying").fit(table, **COLUMNS)
    given = {(int(g), int(t)): round(float(cell["effect"]), 4) for (g, t), cell in found.group_time_effects.items()}
    assert given == GROUP_TIME
    years = found.aggregate("event_study")
    assert {int(e): round(float(v), 4) for e, v in zip(years.event_time, years.att, strict=True)} == DYNAMIC
    assert round(float(found.overall_att), 4) == -0.0400


@pytest.mark.parametrize("bend", BOUNDS)
def test_bounds_are_those_of_the_authors_own_package(bend):
    from diff_diff.honest_did import _compute_optimal_flci

    middle, half = BOUNDS[bend]
    low, high = _compute_optimal_flci(
        np.array([1.0, 0.0, 1.0]), np.array([1.2]), np.eye(4) * 0.01, np.array([1.0]), 3, 1, bend
    )
    assert ((low + high) / 2, (high - low) / 2) == pytest.approx((middle, half), abs=2e-3)
