"""A bare year, and a day without its year, mean the year of the measure that they stand beside."""

import pytest

from data.catalogue import indicators
from data.kinds import Basis
from etl.reader.model import Reading
from tests.reader.kit import Page, text, understood


def read(id: str, written: str) -> Reading:
    page = Page("x")
    page.row("A1", ["Authority", "Year", f"{indicators()[id].title} [{id}]"])
    page.row("A2", ["Leeds", written, 12])
    return understood(text(page), "figures.csv")


@pytest.mark.parametrize("id", sorted(indicators()))
def test_a_bare_year_ends_on_the_day_of_the_measure(id: str) -> None:
    month, day = indicators()[id].year_end
    assert [(r.period_type, r.period_end) for r in read(id, "2024").records] == [("year", f"2024-{month:02d}-{day}")]


@pytest.mark.parametrize("id", sorted(id for id in indicators() if indicators()[id].basis is Basis.SNAPSHOT))
def test_only_its_own_day_makes_the_year_of_a_count_on_a_day(id: str) -> None:
    for month, day in ((3, 31), (6, 30), (9, 30)):
        kind = "year" if (month, day) == indicators()[id].year_end else "snapshot"
        found = [(r.period_type, r.period_end) for r in read(id, f"{day}/{month:02d}/2024").records]
        assert found == [(kind, f"2024-{month:02d}-{day}")]
