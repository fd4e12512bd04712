"""The dashboard's door to the reader of spreadsheets."""

from etl.reader.door import marked_copy, read_upload
from etl.reader.model import Issue, Question, Reading, Record, SheetPreview
from etl.reader.words.authorities import find_authority

__all__ = [
    "Issue",
    "Question",
    "Reading",
    "Record",
    "SheetPreview",
    "codes_meant",
    "marked_copy",
    "read_upload",
]


def codes_meant(text: str) -> tuple[str, ...]:
    """Return the three-digit codes of the authorities that a name or a code may mean; none where it is not known."""
    answer = find_authority(text)
    found = (answer.authority,) if answer.authority else answer.candidates
    return tuple(code for each in found for code in each.dfe_code.split(" / "))
