"""Every file of our own making, understood as a visitor's; the fence around it has tests of its own."""

import pytest

from etl.read import Reading
from tests.reader.cases import all_cases, one_of_each
from tests.reader.kit import Case, as_excel_writes, understood

CASES = list(all_cases())
MOST_QUESTIONS = 7  # of one file: more are not answered


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    reading = understood(case.data, case.file, case.answers)
    told = [f"{issue.severity} {issue.code} {issue.message}" for issue in reading.issues]
    assert reading.outcome in case.outcomes, (reading.outcome, reading.message, told)
    assert records_of(reading) == case.records, told
    assert {code for code, _ in case.issues} <= {issue.code for issue in reading.issues}
    assert {cell for _, cell in case.issues if cell} <= {issue.cell for issue in reading.issues}
    assert set(case.questions) <= {question.id for question in reading.questions}
    assert case.code in (None, reading.code)
    assert not any(word in repr(reading) for word in case.hidden_words)
    if case.outcomes == ("import",):
        assert all(issue.severity == "fixed" for issue in reading.issues)
    assert {record.cell: record.status for record in reading.records} | case.statuses == {
        record.cell: record.status for record in reading.records
    }
    assert len(reading.questions) + len(reading.offers) <= MOST_QUESTIONS
    assert_accounted(reading)


def assert_accounted(reading: Reading) -> None:
    """Each record stands under a heading with all its evidence, each other figure was left out for a reason."""
    counted = sum(headed.read for headed in reading.headings)
    again = sum("stands again" in issue.message for issue in reading.issues)
    if reading.outcome != "refuse":
        assert counted == len(reading.records) or (again and counted > len(reading.records))
    for headed in (headed for headed in reading.headings if headed.read):
        assert {"measure", "period", "authority"} <= {each.says for each in headed.evidence}, headed
        assert headed.periods and headed.indicator
    unread = sum(headed.figures - headed.read for headed in reading.headings)
    assert unread <= sum(left.count for left in reading.left_out)
    assert all(left.text and left.count >= len(left.examples) > 0 for left in reading.left_out)
    assert all(headed.why for headed in reading.headings if headed.read < headed.figures)


@pytest.mark.parametrize("case", list(one_of_each()), ids=lambda case: case.name)
def test_case_with_its_texts_shared_as_excel_does(case: Case) -> None:
    reading = understood(as_excel_writes(case.data), case.file, case.answers)
    assert reading.outcome in case.outcomes, reading.issues
    assert records_of(reading) == case.records
    assert not any(word in repr(reading) for word in case.hidden_words)


def records_of(reading: Reading) -> dict[tuple[str, str, str, str], tuple[float | str, str | None, str]]:
    return {
        (
            record.dfe_code,
            record.indicator,
            "year" if record.period_type == "snapshot" else record.period_type,
            record.period_end,
        ): (
            record.marker if record.value is None else pytest.approx(record.value, abs=0.0005),  # type: ignore[dict-item]
            record.sheet,
            record.cell,
        )
        for record in reading.records
    }
