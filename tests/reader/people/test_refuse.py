"""A refusal says which heading or kind of value it is for, where it stands, and the way out; never what stands below."""

import pytest

from etl.reader.people.headings import listed
from tests.reader.kit import Page, text, understood

DATED = sorted(listed("dated"))
PEOPLE = ["Planted One", "Planted Two", "Planted Three"]


def of_people(heading: str) -> Page:
    page = Page("S")
    page.row("A1", ["Ref", heading, "Open"])
    for row, name in enumerate(PEOPLE, start=2):
        below = f"0{row}/05/2013" if heading.casefold() in listed("dated") else f"{name} {row}"
        page.row(f"A{row}", [row, below, "yes"])
    return page


@pytest.mark.parametrize("heading", sorted(listed("strong")))
def test_every_heading_of_persons_is_named_with_its_cell(heading: str) -> None:
    reading = understood(text(of_people(heading.upper())), "x.csv")
    assert reading.outcome == "refuse" and reading.cell == "B1"
    assert f"the heading “{heading}”, cell B1" in reading.message.replace(heading.upper(), heading)
    assert "Planted" not in repr(reading) and "/05/2013" not in repr(reading)
    assert ("rename it" in reading.message) == (heading in listed("doubtful"))


def test_the_doubtful_headings_are_headings_of_persons() -> None:
    assert listed("doubtful") <= listed("strong")


def test_a_parent_name_over_regions_is_read_where_areas_stand_beside_it() -> None:
    page = Page("S")
    page.row("A1", ["Parent Name", "Area Name", "Time period", "Referrals"])
    page.row("A2", ["Yorkshire and the Humber", "Leeds", 2023, 900])
    page.row("A3", ["Yorkshire and the Humber", "York", 2023, 800])
    assert len(understood(text(page), "x.csv").records) == 2
    page.cells["B1"] = "Child"
    assert understood(text(page), "x.csv").outcome == "refuse"


def test_postcodes_are_named_as_such_with_the_way_out() -> None:
    page = Page("S")
    page.row("A1", ["Council", "Place", "Referrals"])
    for row, code in enumerate(("LS1 4AP", "LS2 8QB", "YO1 9QL"), start=2):
        page.row(f"A{row}", ["Leeds", code, row])
    reading = understood(text(page), "x.csv")
    assert (reading.outcome, reading.cell) == ("refuse", "B2")
    assert "a column of full postcodes" in reading.message and "leave the column out" in reading.message
    assert "LS1" not in repr(reading)


def providers(*more: str) -> Page:
    page = Page("S")
    page.row("A1", ["URN", "Provision type", "Registration status", "Postcode", "Places", *more])
    for row, code in enumerate(("LS1 4AP", "LS2 8QB", "YO1 9QL", "LS3 1AA"), start=2):
        page.row(f"A{row}", [1027000 + row, "Children's home", "Active", code, row, *(f"Planted {row}" for _ in more)])
    return page


def test_a_public_list_of_providers_is_not_of_children() -> None:
    reading = understood(text(providers()), "x.csv")
    assert reading.code != "CHILD_LEVEL_DATA" and reading.records == ()


@pytest.mark.parametrize("heading", ["Child name", "UPN", "Date of birth", "Home address"])
def test_a_list_of_providers_with_people_in_it_is_refused_as_such(heading: str) -> None:
    page = providers(heading)
    if heading == "Date of birth":
        for row in range(2, 6):
            page.cells[f"F{row}"] = f"0{row}/05/2013"
    reading = understood(text(page), "x.csv")
    assert (reading.outcome, reading.code) == ("refuse", "CHILD_LEVEL_DATA")
    assert "Planted" not in repr(reading)
