"""Data about individuals is refused: recognised by headings, by values with valid check digits, by rows.

The message names the sheet and the cell, and never what stands there.
"""

from collections.abc import Iterator

from etl.reader.model import Sheet, Workbook
from etl.reader.people.find import CHILDREN, PERSON, Find, refused
from etl.reader.people.headings import called, find_description, find_heading, folded, listed
from etl.reader.people.identifiers import has_identifier, has_personal_text
from etl.reader.people.rows import named_workers, one_row_per_person
from etl.reader.people.values import find_value

PARTS = {
    "pivotCache": "the store of a pivot table",
    "docProps": "the properties of the file",
    "meta": "the properties of the file",
    "externalLinks": "the store of a link to another workbook",
    "omments": "a comment",
    "drawings": "a text box",
}


def refuse_personal(workbook: Workbook) -> None:
    """Refuse a workbook with personal data anywhere in it, hidden sheets, comments and caches included.

    Raises
    ------
    Refused
        CHILD_LEVEL_DATA for rows about children; PERSONAL_DATA for other people and for single finds.
    """
    for sheet in workbook.sheets:
        if found := find_heading(sheet):
            raise found.refusal(sheet.name)
    for sheet in workbook.sheets:
        if found := next(_finds(sheet), None):
            raise found.refusal(sheet.name)
    _refuse_beside(workbook)


def _finds(sheet: Sheet) -> Iterator[Find]:
    """Look for what is surest first."""
    if found := find_value(sheet) or find_description(sheet):
        yield found
    if place := named_workers(sheet, listed("workers")):
        yield Find(PERSON, place, f"the heading {called(sheet.rows[place[0]][place[1]])} over names")
    if place := one_row_per_person(sheet):
        yield Find(CHILDREN, place, "a column of birth dates or of names")


def _refuse_beside(workbook: Workbook) -> None:
    """Refuse by what lies beside the sheets: comments, caches, properties."""
    for name, cell, text in workbook.comments:
        if has_personal_text(text):
            raise refused(PERSON, name, cell, "a comment")
    for part, text in workbook.buried:
        if has_identifier(text):
            raise refused(PERSON, None, None, _name_of(part))
        if "pivotCache" in part and folded(text) in listed("strong"):
            raise refused(CHILDREN, None, None, _name_of(part))


def _name_of(part: str) -> str:
    return next((name for key, name in PARTS.items() if key in part), "a part of the file that no sheet shows")
