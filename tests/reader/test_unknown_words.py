"""No figure is stored without a word where a heading holds a word that its measure does not explain.

More tries than these: EXAMPLES=5000 pytest tests/reader/test_unknown_words.py tests/reader/test_properties.py
"""

import os
import string

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from data.catalogue import indicators
from etl.reader.words.explained import unexplained
from etl.reader.words.indicators import name_indicator, words_of
from tests.reader.kit import Page, text, understood, xlsx

HEADINGS = {
    "vacancy_rate": "Vacancy rate (%)", "agency_rate": "Agency rate (%)", "turnover_rate": "Turnover rate (%)", "caseload": "Average caseload",
    "absence_rate": "Absence rate (%)", "referrals": "Referrals", "rereferral_rate": "Re-referrals (%)", "cla_rate": "CLA per 10,000",
    "cpp_rate": "CPP per 10,000", "referral_rate": "Referrals per 10,000",
}  # fmt: skip
ORDINARY = [
    "complaints", "audits", "kinship", "outreach", "dental", "persistent", "weekend", "voluntary", "inner", "repeat", "closed", "escalated",
    "private", "cohort", "siblings", "internal", "trainee", "duty", "court", "virtual", "panel", "blue", "commissioned", "returned",
]  # fmt: skip
EXAMPLES = int(os.environ.get("EXAMPLES", "60"))
invented = st.text(string.ascii_lowercase, min_size=4, max_size=9)
strange = st.one_of(st.sampled_from(ORDINARY), invented)


def is_strange(word: str, measure: str) -> bool:
    """Tell a word that no name of the measure has and that is neither a period, a place nor a way of counting."""
    return bool(unexplained(word, measure)) and word not in words_of(measure) and name_indicator(word) is None


def laid_out(layout: str, measure: str, word: str, first: bool) -> Page:
    heading = HEADINGS[measure]
    spoken = f"{word.capitalize()} {heading[0].lower()}{heading[1:]}" if first else f"{heading} {word}"
    page = Page("S")
    match layout:
        case "own heading":
            page.row("A1", ["Council", "Year", spoken])
            page.row("A2", ["Leeds", 2023, 12])
        case "heading with its year":
            page.row("A1", ["Council", f"{spoken} 2022", f"{spoken} 2023"])
            page.row("A2", ["Leeds", 12, 13])
        case "label of a row":
            page.row("A1", ["Council", "Measure", "2022", "2023"])
            page.row("A2", ["Leeds", spoken, 12, 13])
        case "heading of a group":
            page.row("A1", [None, word.capitalize(), None])
            page.merged = ["B1:C1"]
            page.row("A2", ["Council", f"{heading} 2022", f"{heading} 2023"])
            page.row("A3", ["Leeds", 12, 13])
        case "heading of years":
            page.row("A1", ["Council", "Measure", f"{word} 2022", f"{word} 2023"])
            page.row("A2", ["Leeds", heading, 12, 13])
        case "sub-heading":
            page.row("A1", ["Council", f"{heading} 2022", f"{heading} 2023"])
            page.row("A2", [word.capitalize()])
            page.row("A3", ["Leeds", 12, 13])
    return page


LAYOUTS = (
    "own heading", "heading with its year", "label of a row", "heading of a group", "heading of years", "sub-heading",
)  # fmt: skip


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(st.sampled_from(LAYOUTS), st.sampled_from(sorted(HEADINGS)), strange, st.booleans())
def test_a_word_that_no_measure_explains_holds_its_figures_back(
    layout: str, measure: str, word: str, first: bool
) -> None:
    assume(is_strange(word, measure))
    page = laid_out(layout, measure, word, first)
    reading = understood(xlsx(page) if page.merged else text(page), "x.xlsx")
    stored = {record.indicator for record in reading.records}
    assert not stored, (layout, word)
    assert reading.questions or reading.offers or reading.issues


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(LAYOUTS[:3]), st.sampled_from(sorted(HEADINGS)))
def test_without_the_word_the_same_figures_are_read(layout: str, measure: str) -> None:
    reading = understood(xlsx(laid_out(layout, measure, "", first=False)), "x.xlsx")
    assert {record.indicator for record in reading.records} == {measure}
    assert measure in indicators()
