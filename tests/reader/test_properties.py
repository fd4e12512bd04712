"""What holds for all files: layouts and formats say the same, and broken files do no harm.

More tries than these: EXAMPLES=5000, and `python -m tests.reader.fuzz MINUTES`.
"""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.reader.files.outside import kind_of
from etl.reader.understand import understand
from tests.reader import fuzz
from tests.reader.kit import Page, areas, html, ods, text, xls, xlsx

CODES = [code for code in areas() if code not in {"835", "836", "837", "838", "909", "928"}]
MEASURES = {
    "vacancy_rate": "Vacancy rate (%)", "agency_rate": "Agency rate (%)", "turnover_rate": "Turnover rate (%)",
    "caseload": "Average caseload", "absence_rate": "Absence rate (%)",
}  # fmt: skip
WRITERS = {"xlsx": xlsx, "xls": xls, "ods": ods, "csv": text, "html": html}
EXAMPLES = int(os.environ.get("EXAMPLES", "25"))
figures = st.integers(11, 999).map(lambda tenths: tenths / 10).filter(lambda figure: figure < 60)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[int], list[str], dict[tuple[str, int, str], float]]:
    codes = draw(st.lists(st.sampled_from(CODES), min_size=2, max_size=6, unique=True))
    years = sorted(draw(st.lists(st.integers(2010, 2025), min_size=2, max_size=4, unique=True)))
    measures = draw(st.lists(st.sampled_from(sorted(MEASURES)), min_size=2, max_size=4, unique=True))
    keys = [(code, year, measure) for code in codes for year in years for measure in measures]
    return codes, years, measures, {key: draw(figures) for key in keys}


def long(
    page: Page, codes: list[str], years: list[int], measures: list[str], drawn: dict[tuple[str, int, str], float]
) -> None:
    page.row("A1", ["Authority", "Year", "Measure", "Value"])
    for row, ((code, year, measure), figure) in enumerate(drawn.items(), start=2):
        page.row(f"A{row}", [areas()[code][1], year, MEASURES[measure], figure])


def wide(
    page: Page, codes: list[str], years: list[int], measures: list[str], drawn: dict[tuple[str, int, str], float]
) -> None:
    page.row("A1", ["Authority", "Year", *(MEASURES[measure] for measure in measures)])
    for row, (code, year) in enumerate(((c, y) for c in codes for y in years), start=2):
        page.row(f"A{row}", [areas()[code][0], year, *(drawn[code, year, measure] for measure in measures)])


def years_across(
    page: Page, codes: list[str], years: list[int], measures: list[str], drawn: dict[tuple[str, int, str], float]
) -> None:
    page.row("A1", ["Measure", "Authority", *years])
    for row, (code, measure) in enumerate(((c, m) for c in codes for m in measures), start=2):
        page.row(f"A{row}", [MEASURES[measure], areas()[code][1], *(drawn[code, year, measure] for year in years)])


def two_rows(
    page: Page, codes: list[str], years: list[int], measures: list[str], drawn: dict[tuple[str, int, str], float]
) -> None:
    heads = [(measure, year) for measure in measures for year in years]
    page.row("A1", ["", *(MEASURES[measure] for measure, _ in heads)])
    page.row("A2", ["Council", *(year for _, year in heads)])
    for row, code in enumerate(codes, start=3):
        page.row(f"A{row}", [areas()[code][1], *(drawn[code, year, measure] for measure, year in heads)])


def authorities_across(
    page: Page, codes: list[str], years: list[int], measures: list[str], drawn: dict[tuple[str, int, str], float]
) -> None:
    page.row("A1", ["Indicator", "Year", *(areas()[code][1] for code in codes)])
    for row, (measure, year) in enumerate(((m, y) for m in measures for y in years), start=2):
        page.row(f"A{row}", [MEASURES[measure], year, *(drawn[code, year, measure] for code in codes)])


LAYOUTS = (long, wide, years_across, two_rows, authorities_across)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.sampled_from(LAYOUTS), st.sampled_from(sorted(WRITERS)))
def test_every_layout_and_format_says_the_same(drawn, layout, kind) -> None:  # type: ignore[no-untyped-def]
    page = Page("S")
    layout(page, *drawn)
    data = WRITERS[kind](page)
    reading = understand(data, kind_of(data), "x", {})
    got = {(record.dfe_code, int(record.period_end[:4]), record.indicator): record.value for record in reading.records}
    assert got == pytest.approx(drawn[3])
    assert all(record.period_end.endswith("-09-30") for record in reading.records)


@pytest.mark.parametrize("seed", range(4))
def test_broken_files_do_no_harm(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        name, data = chance.choice(fuzz.seeds())
        fuzz.read_within(name, fuzz.broken(data, chance))
