"""What passes between the steps of the reader: cells, sheets, problems, questions and figures."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from etl.reader.understood import HeadedFigures, LeftOut, SheetLayout

Place = tuple[int, int]
Box = tuple[int, int, int, int]


class Refused(Exception):
    """The file as a whole cannot be taken: nothing of it is kept."""

    def __init__(self, code: str, message: str, sheet: str | None = None, cell: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.sheet, self.cell = code, message, sheet, cell


class Kind(StrEnum):
    """What a cell holds, before anybody asks what it means."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    NO_VALUE = "no_value"
    CUT = "cut"


@dataclass(slots=True, frozen=True)
class Cell:
    """One cell that is not empty.

    `text` is what a person sees, without raised footnote marks; `percent`, `money` and `month` say what its
    number format makes of the number.
    """

    kind: Kind
    text: str
    number: float | None = None
    day: date | None = None
    percent: bool = False
    money: bool = False
    month: bool = False
    raised: bool = False


@dataclass(slots=True)
class Sheet:
    """One sheet: its cells by row and column from 1, and what a person would not see of it."""

    name: str | None
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Box] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False


@dataclass(slots=True)
class Workbook:
    """A file as its format describes it, whatever the format."""

    sheets: list[Sheet]
    comments: list[tuple[str | None, str | None, str]] = field(default_factory=list)
    buried: list[tuple[str, str]] = field(default_factory=list)
    macros: bool = False
    embedded: bool = False
    repaired: list[str] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class Issue:
    """One thing to say about one cell: it must be corrected, should be looked at, or was put right."""

    code: str
    severity: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    other_cell: str | None = None


@dataclass(slots=True, frozen=True)
class Question:
    """What only the person who brings the file can say; `id` is the key of the answer.

    `typed`: an answer in other words than those of the options is taken too.
    """

    id: str
    kind: str
    text: str
    options: tuple[tuple[str, str], ...] = ()
    sheet: str | None = None
    cell: str | None = None
    suggestion: str | None = None
    typed: bool = False


@dataclass(slots=True, frozen=True)
class Record:
    """One figure of one authority in one period; a marker has a status and no value."""

    authority_code: str
    dfe_code: str
    authority_name: str
    indicator: str
    period_type: str
    period_start: str
    period_end: str
    value: float | None
    status: str
    marker: str | None
    sheet: str | None
    cell: str


@dataclass(slots=True, frozen=True)
class SheetPreview:
    """The top left of a sheet as it was understood.

    `rows` holds one entry per row: its number as a spreadsheet program shows it, and its cells as
    (column letter, shown text, role). Roles: title, header, authority, period, measure, value, ignored, note,
    hidden, problem.
    """

    name: str | None
    hidden: bool
    rows: tuple[tuple[int, tuple[tuple[str, str, str], ...]], ...]
    row_count: int


@dataclass(slots=True, frozen=True)
class Reading:
    """All that came of one file.

    `offers` are questions that need no answer: what else could be read, if the visitor says so. `understood` is
    the number of figures that would be records once the questions are answered. `headings` is what each run of
    figures was taken for, and by which cells; `left_out` what was not taken, by reason.
    """

    outcome: str
    code: str | None
    message: str
    records: tuple[Record, ...] = ()
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    offers: tuple[Question, ...] = ()
    sheets: tuple[SheetPreview, ...] = ()
    understood: int = 0
    sheet: str | None = None
    cell: str | None = None
    headings: tuple[HeadedFigures, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    layouts: tuple[SheetLayout, ...] = ()


def refusal(error: Refused) -> Reading:
    """Make the reading of a file that cannot be taken."""
    issue = Issue(code=error.code, severity="must", message=error.message, sheet=error.sheet, cell=error.cell)
    return Reading(
        outcome="refuse",
        code=error.code,
        message=error.message,
        issues=(issue,),
        sheet=error.sheet,
        cell=error.cell,
    )
