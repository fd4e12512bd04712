"""Sun and Abraham's estimator, the check of all cases around an event, by a second plain implementation in numpy.

One regression with an effect for every authority, every year, and every cohort and year since its event but the one
before it; then, for each year since the event, the mean over cohorts by how many figures each has there. The example of
R's fixest, `base_stagg`, could not be had. On the county data of R's `did`, which are balanced, the estimator must give
the numbers that its authors print for Callaway and Sant'Anna's with those never treated: whoever has them runs that.
"""

import numpy as np
import pytest

from pages.around.estimates import BASE, COLUMNS, group, table
from pages.around.panel import Observed, panel
from queries import around
from tests.pages.test_around_published import DYNAMIC, MPDTA

PRINTED = 5e-5  # half of the last digit of R's `did`


def plain(rows):
    """Return the estimate by years since the event."""
    units, years = sorted({row.area_code for row in rows}), sorted({row.year for row in rows})
    cells = sorted({(row.from_year, row.year - row.from_year) for row in rows if row.from_year} - {
        (row.from_year, BASE) for row in rows
    })  # fmt: skip
    design = np.zeros((len(rows), len(units) + len(years) + len(cells)))
    at = {key: number for number, key in enumerate([*units, *years, *cells])}
    for place, row in enumerate(rows):
        cell = (row.from_year, row.year - row.from_year)
        for key in (row.area_code, row.year, *([cell] if cell in at else [])):
            design[place, at[key]] = 1
    found = np.linalg.lstsq(design, np.array([row.value for row in rows]), rcond=None)[0]
    many = {cell: sum((row.from_year, row.year - row.from_year) == cell for row in rows) for cell in cells}
    return {
        since: float(np.average([found[at[cell]] for cell in those], weights=[many[cell] for cell in those]))
        for since in {each for _, each in cells}
        for those in [[cell for cell in cells if cell[1] == since]]
    }


def by_library(rows):
    from diff_diff import SunAbraham

    found = SunAbraham(control_group=group("never")).fit(table(tuple(rows)), **COLUMNS).event_study_effects
    return {int(since): float(each["effect"]) for since, each in found.items() if int(since) != BASE}


@pytest.mark.filterwarnings("ignore::UserWarning")  # that authorities have gaps is said by the page
@pytest.mark.parametrize(("event", "indicator"), [("rose", "agency_rate"), ("ended", "cla_rate")])
def test_the_check_is_that_of_a_second_implementation(opened, event, indicator):
    cases = around.cases(opened, event=event, indicator=indicator)
    rows = panel(cases, around.figures(opened, indicator=indicator), compared="never")
    by_hand, found = plain(rows), by_library(rows)
    assert found.keys() == by_hand.keys() and len(found) > 8
    assert found == pytest.approx(by_hand, abs=1e-6)


@pytest.mark.skipif(not any(path.exists() for path in MPDTA), reason="the county data of R's `did` are not here")
def test_on_balanced_data_it_gives_what_the_authors_of_did_print():
    import pandas as pd

    counties = pd.read_csv(next(path for path in MPDTA if path.exists())).fillna(0)
    rows = [Observed(str(row.countyreal), int(row.year), float(row.lemp), int(row.first_treat))
            for row in counties.itertuples()]  # fmt: skip
    found = by_library(rows)
    after = {since: value for since, value in DYNAMIC.items() if since >= 0}
    assert {since: found[since] for since in after} == pytest.approx(after, abs=PRINTED)
    assert found == pytest.approx(plain(rows), abs=1e-6)
