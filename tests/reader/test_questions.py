"""What is asked is worth asking: nothing that the heading says already, nothing without an answer."""

import pytest

from data.catalogue import indicators
from tests.reader.kit import Page, understood, xlsx


@pytest.mark.parametrize("indicator", sorted(indicators()))
def test_a_title_of_ours_is_read_or_offered_as_itself_and_never_likened_to_itself(indicator: str) -> None:
    known = indicators()[indicator]
    page = Page("S")
    page.row("A1", ["Council", "Year", known.title])
    page.row("A2", ["Leeds", 2023, 12])
    reading = understood(xlsx(page), "x.xlsx")
    for question in (*reading.questions, *reading.offers):
        assert f"“{known.title}” can be read as “{known.title}”" not in question.text
        assert question.suggestion is None or indicators()[question.suggestion].title != known.title
    assert {record.indicator for record in reading.records} <= {indicator, "rereferrals"}


@pytest.mark.parametrize("indicator", sorted(indicators()))
def test_a_heading_with_an_id_of_ours_in_brackets_is_read_and_nothing_asked(indicator: str) -> None:
    page = Page("S")
    page.row("A1", ["Council", "Year ending", f"anything [{indicator}]"])
    page.row("A2", ["Leeds", "31/03/2023", 12])
    reading = understood(xlsx(page), "x.xlsx")
    assert {record.indicator for record in reading.records} == {indicator}
    assert reading.questions == ()


@pytest.mark.parametrize(("figures", "message"), [([900], "1 figure was read."), ([900, 901], "2 figures were read."), ([900, "x"], "1 figure was read, and 1 gap."), ([900, "?9"], "1 figure was read; 1 cell needs correcting.")])  # fmt: skip
def test_what_was_read_is_counted_in_words(figures: list[object], message: str) -> None:
    page = Page("S")
    page.row("A1", ["Council", "Year", "Referrals"])
    for row, (year, figure) in enumerate(zip((2022, 2023), figures, strict=False), start=2):
        page.row(f"A{row}", ["Leeds", year, figure])
    assert understood(xlsx(page), "x.xlsx").message == message
