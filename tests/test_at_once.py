"""A question asked of many at once answers each as it does alone, in the same order."""

import itertools

import duckdb
import pytest

import queries.catalogue
import queries.figures
from queries import before_after, compare, england
from tests.at_once import at_once, frames_at_once

AREAS = ["E08000025", "E08000017", "E09000021", "E06000053"]
SPAN = {"first": 2009, "last": 2030}
YEARS = [(2024, 2024, 2025, 2025), (2016, 2018, 2023, 2025), (1990, 1990, 1991, 1991)]
EVENTS = [("2021-01-01", "2021-01-31", 5), ("2018-01-19", "2018-01-19", 10), ("1970-01-01", "1970-01-01", 3)]
ASKED = [
    (england.year, [{"indicator": id, "year": year} for id in ("agency_rate", "referrals") for year in (2017, 2025)]),
    (england.chance, [{"indicator": "agency_rate", "year": year} for year in (1990, 2017, 2025)]),
    (england.change, [{"indicator": "caseload", "from_first": a, "from_last": b, "to_first": c, "to_last": d}
                      for a, b, c, d in YEARS]),
    (compare.against, [{"authorities": AREAS[:n], "indicator": "agency_rate", "other": "caseload", **SPAN}
                       for n in (1, 2, 4)]),
    (compare.lines, [{"authorities": AREAS[:n], "indicator": "agency_rate", "measure": measure, "base": 2018, **SPAN}
                     for n, measure in ((0, "published"), (2, "index"), (4, "rank"))]),
    (queries.figures.around_intervention, [{"authority": area, "indicators": ["agency_rate", "caseload"]}
                                           for area in AREAS]),
    (before_after.differences, [
        {"authority": area, "indicator": "agency_rate", "event_from": first, "event_to": last, "span": span,
         "model": "2025", "group": ["E08000035", "E08000003", "E08000012", "E06000058"][:n]}
        for area, n in zip(AREAS, (4, 3, 2, 0), strict=True) for first, last, span in EVENTS
    ]),
    (before_after.group, [
        {"authority": area, "indicator": "agency_rate", "event_from": first, "event_to": last, "span": span}
        for area in AREAS for first, last, span in EVENTS
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "asks"), ASKED, ids=lambda each: getattr(each, "__name__", ""))
def test_each_answer_is_that_of_the_question_alone(opened, question, asks):
    answers = at_once(opened, question, asks)
    for ask, rows in zip(asks, answers, strict=True):
        alone = question(opened, **ask)
        assert len(rows) == len(alone)
        for value, expected in zip(itertools.chain(*rows), itertools.chain(*alone), strict=True):
            assert value == (pytest.approx(expected, rel=1e-9) if isinstance(expected, float) else expected)
    assert any(answers)
    for rows, frame in zip(answers, frames_at_once(opened, question, asks), strict=True):
        assert list(frame.columns) == list(question.row._fields) and list(frame.index) == list(range(len(rows)))


def test_an_order_that_would_be_lost_is_refused(opened):
    with pytest.raises(duckdb.BinderException):  # by the place of each indicator in what is asked for
        at_once(opened, queries.catalogue.indicators, [{"indicators": ["agency_rate"]}])
