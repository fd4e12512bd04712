"""What each heading was taken for and by which cells, what was left out and why, and what an officer can choose."""

from collections.abc import Mapping
from datetime import date

import pytest

from data.catalogue import indicators
from etl.read import (
    ONLY_SHEET,
    HeadedFigures,
    Reading,
    header_row,
    leave_out_column,
    leave_out_row,
    period_of_column,
)
from etl.reader.account import reason
from etl.reader.periods.offered import offered
from etl.reader.words.indicators import is_stock, year_end
from tests.reader.kit import Page, areas, text, understood, xlsx


def scorecard() -> Page:
    page = Page("S")
    page.row("A1", ["Kent scorecard 2023/24"])
    page.row("A3", ["Council", "Vacancy rate (%) 2023", "Complaints 2024", "Target", "Referrals"])
    page.row("A4", ["Leeds", 12.5, 3, 10, 900])
    page.row("A5", ["Kent", 13.5, 4, 11, 910])
    page.row("A6", ["England", 13.5, 4, 11, 910])
    return page


def reading_of(page: Page, answers: Mapping[str, str] | None = None, *others: Page) -> Reading:
    return understood(xlsx(page, *others), "x.xlsx", answers)


def said(headed: HeadedFigures) -> set[tuple[str, str | None, str | None, str]]:
    return {(each.says, each.cell, each.last, each.text) for each in headed.evidence}


def test_each_heading_says_by_which_cells_it_was_understood() -> None:
    vacancy, complaints, referrals = reading_of(scorecard()).headings
    assert (vacancy.heading, vacancy.indicator, vacancy.first, vacancy.last) == (
        "Vacancy rate (%) 2023", "vacancy_rate", "B4", "B5",
    )  # fmt: skip
    assert said(vacancy) >= {
        ("measure", "B3", None, "Vacancy rate (%) 2023"),
        ("period", "B3", None, "Vacancy rate (%) 2023"),
        ("unit", "B3", None, "Vacancy rate (%) 2023"),
        ("authority", "A4", "A5", "Leeds"),
    }
    assert vacancy.periods == (("year", "2022-10-01", "2023-09-30"),)
    assert (complaints.outcome, complaints.unexplained, complaints.read) == ("waiting", ("complaints",), 0)
    assert complaints.questions and "Complaints 2024" in complaints.why
    assert ("period", "A1", None, "Kent scorecard 2023/24") in said(referrals)


def test_a_label_of_rows_is_a_heading_and_lists_the_headings_of_its_periods() -> None:
    page = Page("S", formats={"B3": "0.0%", "C3": "0.0%"})
    page.row("A1", ["Leeds"])
    page.row("A2", ["Measure", "Apr-23", "May-23"])
    page.row("A3", ["Agency rate", 0.12, 0.13])
    (agency,) = reading_of(page).headings
    assert (agency.direction, agency.heading, agency.read) == ("row", "Agency rate", 2)
    assert {("period", "B2", None, "Apr-23"), ("period", "C2", None, "May-23")} <= said(agency)
    assert ("authority", "A1", None, "Leeds") in said(agency)
    assert "unit" in {each.says for each in agency.evidence}


def test_a_filter_says_the_population() -> None:
    page = Page("S")
    page.row("A1", ["Council", "Sex", "Year", "Referrals"])
    page.row("A2", ["Leeds", "Total", 2023, 900])
    (referrals,) = reading_of(page).headings
    assert ("population", "B2", None, "Total") in said(referrals)


def test_what_was_left_out_is_counted_by_reason() -> None:
    left = {each.kind: each for each in reading_of(scorecard()).left_out}
    assert {kind: each.count for kind, each in left.items()} == {"measure": 2, "summary": 3, "column": 2}
    assert [(each.cell, each.heading) for each in left["column"].examples] == [("D4", "Target")]
    assert left["summary"].text == reason("summary")


def test_a_contradiction_is_no_figure_read() -> None:
    page = Page("S")
    page.row("A1", ["Council", "Year", "Referrals"])
    page.row("A2", ["Leeds", 2023, 900])
    page.row("A3", ["Leeds", 2023, 901])
    reading = reading_of(page)
    assert [headed.read for headed in reading.headings] == [0]
    assert [(each.kind, each.count) for each in reading.left_out] == [("conflict", 2)]


def cells(reading: Reading) -> set[str]:
    return {record.cell for record in reading.records}


def test_a_column_and_a_row_can_be_left_out() -> None:
    page = scorecard()
    assert cells(reading_of(page)) == {"B4", "B5", "E4", "E5"}
    column = {leave_out_column("S", "B"): "yes"}
    assert cells(reading_of(page, column)) == {"E4", "E5"}
    assert cells(reading_of(page, column | {leave_out_row("S", 5): "yes"})) == {"E4"}
    assert {each.kind: each.count for each in reading_of(page, column).left_out}["you"] == 2
    assert cells(reading_of(page, {leave_out_column("S", "B"): "no"})) == {"B4", "B5", "E4", "E5"}


def test_the_period_of_a_column_can_be_said() -> None:
    answers = {period_of_column("S", "E"): "Q1 2024/25"}
    reading = reading_of(scorecard(), answers)
    assert {r.cell: (r.period_type, r.period_end) for r in reading.records}["E4"] == ("quarter", "2024-06-30")
    assert {r.cell: r.period_end for r in reading.records}["B4"] == "2023-09-30"
    assert ("period", None, None, "Q1 2024/25") in said(reading.headings[2])


def test_one_sheet_can_be_chosen() -> None:
    other = scorecard()
    other.name = "Other"
    assert [layout.sheet for layout in reading_of(scorecard(), {}, other).layouts] == ["S", "Other"]
    reading = reading_of(scorecard(), {ONLY_SHEET: "Other"}, other)
    assert {record.sheet for record in reading.records} == {"Other"}
    assert [(layout.sheet, layout.chosen) for layout in reading.layouts] == [("S", False), ("Other", True)]
    assert {each.kind: each.count for each in reading.left_out}["sheet"] == 9
    none_such = reading_of(scorecard(), {ONLY_SHEET: "none such"}, other)
    assert {headed.sheet for headed in none_such.headings} == {"S", "Other"}


def test_the_header_can_be_chosen() -> None:
    page = Page("S")
    page.row("A1", ["Council", "Referrals 2021/22", "Referrals 2022/23"])
    page.row("A2", ["Council", "Referrals 2022/23", "Referrals 2023/24"])
    page.row("A3", ["Leeds", 900, 910])
    assert reading_of(page, {header_row("S"): "2"}).layouts[0].headers == ((2,),)
    ends = {record.cell: record.period_end for record in reading_of(page, {header_row("S"): "2"}).records}
    assert ends == {"B3": "2023-03-31", "C3": "2024-03-31"}
    assert reading_of(page, {header_row("S"): "1-2"}).layouts[0].headers == ((1, 2),)


WORDS = ("", "yes", "0", "99999", "1-999999", "A", "999-1", "2024", "[", "S")


@pytest.mark.parametrize("word", WORDS)
def test_an_answer_out_of_place_does_no_harm(word: str) -> None:
    keys = (
        header_row("S"), ONLY_SHEET, leave_out_column("S", word), leave_out_row("S", 1) + word, period_of_column("S", word),
        period_of_column("S", "B"), "period:S", "authority:S", "nothing",
    )  # fmt: skip
    for key in keys:
        assert reading_of(scorecard(), {key: word}).outcome in ("import", "import_with_issues", "ask", "refuse")


def test_changed_answers_keep_the_others() -> None:
    page = Page("S")
    page.row("A1", ["Council", "Referrals", "Vacancy rate (%)"])
    page.row("A2", ["Kingston", 900, 12.5])
    authority = {"authority:S:kingston": "314"}
    first = reading_of(page, authority | {"period:S": "2022/23"})
    second = reading_of(page, authority | {"period:S": "2023/24"})
    assert {(record.dfe_code, record.period_end) for record in first.records} == {("314", "2023-03-31")}
    assert {(record.dfe_code, record.period_end) for record in second.records} == {("314", "2024-03-31")}


DATED = {(year_end(indicator), is_stock(indicator)): indicator for indicator in reversed(indicators())}


@pytest.mark.parametrize("indicator", DATED.values())
def test_each_period_that_is_offered_has_ended_and_settles_the_question(indicator: str) -> None:
    page = Page("S")
    page.row("A1", ["Council", f"x [{indicator}]"])
    page.row("A2", [areas()["383"][1], 1])
    asked = reading_of(page)
    question = next((each for each in asked.questions if each.id == "period:S"), None)
    assert question is not None and question.typed
    assert question.options == offered(year_end(indicator), date.today())
    ends = set()
    for value, _ in question.options:
        (headed,) = reading_of(page, {"period:S": value}).headings
        assert len(headed.periods) == 1, value
        ends.add(headed.periods[0])
        assert headed.periods[0][2] < date.today().isoformat()
    assert len(ends) >= len(question.options) - 1


def test_headings_are_the_same_of_a_text_file() -> None:
    page = scorecard()
    del page.cells["A1"]
    assert [each.heading for each in understood(text(page), "x.csv").headings][0] == "Vacancy rate (%) 2023"
