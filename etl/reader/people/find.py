"""A find of personal data: of whom, and where; never what stands there."""

from dataclasses import dataclass

from etl.reader.cells.names import a1
from etl.reader.model import Place, Refused

CHILDREN, PERSON = "CHILD_LEVEL_DATA", "PERSONAL_DATA"
MESSAGES = {
    CHILDREN: "This looks like data about individual children. It was not kept. Upload totals only. For checks of "
    "child-level data use your authority's own tools or Data to Insight's browser tools.",
    PERSON: "This looks like data about an individual. It was not kept. Take it out, or upload totals only.",
}


@dataclass(frozen=True, slots=True)
class Find:
    """Data about rows of children or about a person, the cell and what it is: a heading, a comment.

    `way_out`: what to do where the find is not about people after all.
    """

    code: str
    place: Place
    what: str = ""
    way_out: str = ""

    def refusal(self, sheet: str | None) -> Refused:
        """Make the refusal of the file."""
        return refused(self.code, sheet, a1(self.place), self.what, self.way_out)


def refused(code: str, sheet: str | None, cell: str | None, what: str = "", way_out: str = "") -> Refused:
    """Make the refusal of a file, saying what was found, where, and what can be done."""
    places = [f"sheet “{sheet}”" if sheet else "", f"cell {cell}" if cell else ""]
    where = ", ".join(part for part in (what, *places) if part)
    message = f"{MESSAGES[code]} Found in: {where}."
    return Refused(code, f"{message} {way_out}" if way_out else message, sheet, cell)
