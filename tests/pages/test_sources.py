"""What a page names under its chart: the sources that something on it comes from and no other, and notes if any."""

import pytest

from pages.by_address.stage import picture_of
from pages.places import at
from tests.pages.opened import opened as opened_page


@pytest.mark.parametrize(
    ("place", "address", "judged"),
    [
        ("around", {"event": "trust", "indicator": "cla_rate"}, False),
        ("around", {"event": "inadequate", "indicator": "cla_rate"}, True),
        ("double", {"authority": "E08000028", "event": "trust", "indicator": "cla_rate"}, False),
        ("before-and-after", {"authority": "E08000017", "indicator": "agency_rate", "event": "ended:doncaster-2009"},
         False),
        ("before-and-after", {"authority": "E08000017", "indicator": "rereferral_rate",
                              "event": "judgement:2018-01-19:SIF-re-inspection"}, True),
        ("england", {"indicator": "agency_rate", "as": "change"}, False),
        ("england", {"indicator": "agency_rate", "as": "dots"}, True),  # its table has the grade in force
    ],
)  # fmt: skip
def test_ofsted_is_a_source_where_its_judgements_tell_something(built, place, address, judged):
    page = opened_page(place, **address)
    [said] = [each.proto.body for each in page.get("html") if "Sources: " in each.proto.body]
    assert not page.exception and ("Ofsted" in said) == judged


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ({}, set()), ({"by": "grade"}, {"Ofsted"}), ({"by": "intervention"}, {"register of interventions"}),
        ({"authority": "E08000025", "like": "grade"}, {"Ofsted"}),
    ],
)  # fmt: skip
def test_a_picture_of_all_authorities_names_whose_grades_or_interventions_put_them_together(built, address, named):
    given = picture_of(at("england"), {"indicator": "agency_rate", "as": "dots"} | address)
    source = given.picture.source
    assert {each for each in ("Ofsted", "register of interventions") if each in source} == named
    assert source.count("Children's social work workforce") == 1


@pytest.mark.parametrize(("indicator", "noted"), [("care_applications_rate", False), ("section47_rate", True)])
def test_where_nothing_is_to_be_noted_there_is_no_heading_of_notes(built, indicator, noted):
    page = opened_page("compare", authority="E08000025,E08000017", indicator=indicator)
    assert any("<h2>Notes</h2>" in each.proto.body for each in page.get("html")) == noted
