"""The dashboard's door to the reader of spreadsheets."""

from etl.reader.choices import ONLY_SHEET, header_row, leave_out_column, leave_out_row, period_of_column
from etl.reader.door import marked_copy, read_upload
from etl.reader.model import Issue, Question, Reading, Record, SheetPreview
from etl.reader.understood import Evidence, Example, HeadedFigures, LeftOut, SheetLayout
from etl.reader.words.authorities import find_authority

__all__ = [
    "ONLY_SHEET",
    "Evidence",
    "Example",
    "HeadedFigures",
    "Issue",
    "LeftOut",
    "Question",
    "Reading",
    "Record",
    "SheetLayout",
    "SheetPreview",
    "codes_meant",
    "header_row",
    "leave_out_column",
    "leave_out_row",
    "marked_copy",
    "period_of_column",
    "read_upload",
]


def codes_meant(text: str) -> tuple[str, ...]:
    """Return the three-digit codes of the authorities that a name or a code may mean; none where it is not known."""
    answer = find_authority(text)
    found = (answer.authority,) if answer.authority else answer.candidates
    return tuple(code for each in found for code in each.dfe_code.split(" / "))
