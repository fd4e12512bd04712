"""The sheet as it is drawn beside the questions: what waits for an answer is not called left out, headings are whole."""

import pytest

from etl.reader.account import reason
from etl.reader.model import Reading
from tests.reader.kit import Page, understood, xlsx

LONG = "Percentage of referrals which were received by the front door and accepted after screening by the duty manager"


def roles_of(reading: Reading, row: int) -> dict[str, str]:
    cells = next(cells for number, cells in reading.sheets[0].rows if number == row)
    return {letter: role for letter, _, role in cells}


def read(*rows: list[object], answers: dict[str, str] | None = None) -> Reading:
    page = Page("S")
    for number, row in enumerate(rows, start=1):
        page.row(f"A{number}", row)
    return understood(xlsx(page), "x.xlsx", answers)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Council", "Year", "Complaints"], ["Leeds", 2023, 12]], id="measure"),
        pytest.param([["Council", "Of", "Referrals"], ["Leeds", "all", 12]], id="period"),
        pytest.param([["Council", "Year", "Complaints about referrals"], ["Leeds", 2023, 12]], id="words"),
        pytest.param([["Measure", "Year", "Value"], ["Referrals", 2023, 12]], id="authority"),
        pytest.param([["Council", "Year", "Referrals"], ["Kingston", 2023, 12]], id="which authority"),
    ],
)
def test_a_figure_that_waits_for_an_answer_is_not_called_left_out(rows: list[list[object]]) -> None:
    reading = read(*rows)
    assert reading.questions and not reading.records
    assert roles_of(reading, 2)["C"] in ("open", "problem")


def test_a_figure_under_a_heading_of_targets_is_left_out() -> None:
    reading = read(["Council", "Year", "Referrals", "Target"], ["Leeds", 2023, 1200, 1100])
    assert roles_of(reading, 2) == {"A": "authority", "B": "period", "C": "value", "D": "ignored"}


def test_a_heading_is_whole_in_the_sheet_and_in_the_question() -> None:
    reading = read(["Council", "Year", LONG], ["Leeds", 2023, 12])
    assert any(text == LONG for _, cells in reading.sheets[0].rows for _, text, _ in cells)
    assert any(LONG in question.text for question in (*reading.questions, *reading.offers))


def test_the_period_is_asked_together_with_the_measures() -> None:
    reading = read(["Measure", "Leeds"], ["Referrals received and screened", 900], ["Vacant posts in teams (%)", 12])
    kinds = [question.kind for question in reading.questions]
    assert kinds[0] == "period" and kinds.count("period") == 1 and "indicator" in kinds


@pytest.mark.parametrize("kind", ["joint", "conflict", "value", "waiting", "words", "beside", "ended", "you"])
def test_a_reason_can_be_said_of_one_figure_and_of_several(kind: str) -> None:
    assert not {"their", "wait", "are"} & set(reason(kind).split())
