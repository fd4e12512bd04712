"""What the sheets of a workbook hold, whatever its format, as the Government Analysis Function asks of spreadsheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.spreadsheet import Cell
from pages.charts.words import day, number_of
from pages.takeaway.table import ATTRIBUTION, STANDING, Table, cells

AUTHOR = "Children's services in England, on one date axis"
COVER, CONTENTS = "Cover", "Contents"
WIDEST = 60  # letters: a wider column would push the next one off the screen
COVER_WIDTH = 90  # letters of the one column of a sheet of words


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet: its name, its title in the first cell, words below it, then one table.

    Attributes
    ----------
    head, rows
        Of the table; the cover has none.
    """

    name: str
    title: str
    words: Sequence[str]
    head: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()

    @property
    def top(self) -> int:
        """The row of the table's head, counted from 0."""
        return len(self.words) + 1


def sheets(table: Table) -> list[Sheet]:
    """List the sheets of a table's workbook: Cover, Contents, Notes, Columns, Sources where there are any, the rows."""
    inner = [_notes(table), _columns(table), *_sources(table), _rows(table)]
    listed = [(COVER, COVER), *((sheet.name, sheet.title) for sheet in inner)]
    contents = Sheet(
        name=CONTENTS, title=CONTENTS, words=["The sheets of this workbook. Each has one table."],
        head=["Sheet", "Title"], rows=listed,
    )  # fmt: skip
    return [_cover(table), contents, *inner]


def _cover(table: Table) -> Sheet:
    lines = [
        AUTHOR,
        f"{STANDING} The figures are those of the publishers that each row names.",
        ATTRIBUTION,
        *([f"Database built on {day(table.built)}."] if table.built else []),
        "A value and its status are two columns. Missing is never nought.",
        "Figures marked as derived are calculated by us from published counts.",
        "Ofsted judgements and government interventions have causes that these figures do not show.",
        "To report an error, open an issue in the repository of this tool, and name the source file and row.",
    ]
    return Sheet(name=COVER, title=table.title, words=lines)


def _notes(table: Table) -> Sheet:
    statuses = [("Status", word, meaning) for word, meaning in table.statuses.items()]
    notes = [*statuses, *((kind, about, note) for about, kind, note in table.notes)]
    return Sheet(
        name="Notes", title="Notes", words=["What the words of the status column say, and what to bear in mind."],
        head=["Kind", "About", "Note"], rows=notes or [("Note", "All rows", "There are no notes.")],
    )  # fmt: skip


def _columns(table: Table) -> Sheet:
    return Sheet(
        name="Columns", title="Columns", words=[f"What the columns of the sheet {table.sheet} mean."],
        head=["Column", "Meaning"], rows=[(name, table.described.meaning(name)) for name in table.columns],
    )  # fmt: skip


def _sources(table: Table) -> list[Sheet]:
    sources = table.sources
    if not sources:
        return []
    words = ["The publications behind the rows, and when they were published."]
    head = [name.capitalize() for name in sources[0]]
    return [Sheet(name="Sources", title="Sources", words=words, head=head, rows=[[*row.values()] for row in sources])]


def _rows(table: Table) -> Sheet:
    words = [f"{table.described.row}. {number_of(len(table.rows), 'row')}.", _blank(table)]
    return Sheet(name=table.sheet, title=table.title, words=words, head=table.columns, rows=cells(table.rows))


def _blank(table: Table) -> str:
    """Explain blank cells: the guidance asks for it."""
    return (
        "Blank in the column value: no figure, and the column status says why. Other blanks: not known, or none."
        if "status" in table.columns
        else "A blank cell says: not known, or none."
    )
