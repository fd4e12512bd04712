"""How things are counted in sentences: right for one and for several."""

from datetime import date

from data.catalogue import indicators
from pages.charts.words import averaged, number_of
from pages.charts.years import newest_said

END = date(2025, 9, 30)


def test_one_thing_is_said_as_one_and_several_as_several() -> None:
    counted = [number_of(number, "line chart") for number in (0, 1, 2, 1200)]
    assert counted == ["0 line charts", "1 line chart", "2 line charts", "1,200 line charts"]
    assert [number_of(number, "authority") for number in (1, 152)] == ["1 authority", "152 authorities"]
    assert [number_of(number, "day") for number in (1, 2)] == ["1 day", "2 days"]
    assert [number_of(number, "row is", "rows are") for number in (1, 2)] == ["1 row is", "2 rows are"]


def test_a_total_is_told_as_one_of_the_year_that_ends_on_its_date() -> None:
    """Spend of a year is not what was spent on its last day, and a rate of referrals none of one day."""
    turnover, agency = indicators()["turnover_rate"], indicators()["agency_rate"]
    assert newest_said([(END, 8.5, "published")], turnover) == "8.5%, year to 30 September 2025"
    assert newest_said([(END, 8.5, "published")], agency) == "8.5%, 30 September 2025"


def test_means_of_whole_per_cents_and_days_have_a_decimal_and_no_other_figure_another() -> None:
    wider = {id for id, about in indicators().items() if averaged(about).decimals != about.decimals}
    assert {"icpc_days_median", "cla_fostered_rate", "placements_3_plus_rate"} <= wider
    assert all(indicators()[id].unit in ("%", "days") and averaged(indicators()[id]).decimals == 1 for id in wider)
