"""Many rows are read whole, within the memory and the nine seconds of the processor that a reader is given."""

import csv
import io

import openpyxl
import pytest

from tests.reader.kit import areas
from tests.reader.measured import measured

ROWS, KILOBYTES = 50_000, 1_000_000
SHEET = 30_000  # rows of a workbook: more come near the reader's limit where a processor has a slow minute
MEASURES = [
    "Vacancy rate (%)",
    "Agency rate (%)",
    "Turnover rate (%)",
    "Absence rate (%)",
    "Average caseload",
    "Referrals",
    "Referrals per 10,000 children",
    "CLA per 10,000 children",
    "CPP per 10,000 children",
    "Re-referral rate (%)",
]


def rows(most: int = ROWS) -> list[list[object]]:
    names = [name for code, (_, name) in areas().items() if code not in {"835", "836", "837", "909", "928"}]
    keys = [(name, year, measure) for measure in MEASURES for year in range(1990, 2026) for name in names]
    return [["Authority", "Year", "Measure", "Value"], *([*key, 10] for key in keys[:most])]


def as_csv() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows())
    return out.getvalue().encode()


def as_xlsx() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for row in rows(SHEET):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("write", "rows"), [(as_csv, ROWS), (as_xlsx, SHEET)])
def test_many_rows(write, rows) -> None:  # type: ignore[no-untyped-def]
    found = measured(write(), "figures")
    assert found.outcome == "import" and found.records == rows
    assert found.kilobytes < KILOBYTES
