"""What was understood of a file, heading by heading, and what was left out of it."""

from dataclasses import dataclass
from enum import StrEnum


class Says(StrEnum):
    """What a text says of figures."""

    MEASURE = "measure"
    POPULATION = "population"
    PERIOD = "period"
    UNIT = "unit"
    AUTHORITY = "authority"


@dataclass(slots=True, frozen=True)
class Evidence:
    """One text that says something of figures.

    `origin`: heading, row, sub-heading, title, tab, cover, note, file (its name), cell (the format of the figure
    itself) or answer. `cell`: none for a tab, a file's name and an answer; `last`: the last of the cells, where each
    row has its own.
    """

    says: str
    text: str
    origin: str
    sheet: str | None
    cell: str | None = None
    last: str | None = None


@dataclass(slots=True, frozen=True)
class HeadedFigures:
    """The figures under one heading, or beside one label, and why they were taken for what they were.

    `direction`: column, or row where the label of a row names the measure. `column`: the letters of the (first)
    column. `first`, `last`: its first and last figure. `periods`: kind, first and last day of each. `figures`: how
    many stand there; `read`: how many of them became records. `outcome`: read, waiting (for the answers to
    `questions`) or left_out; `why`: what is said of those that were not read. `unexplained`: words of its headings
    that its measure does not explain.
    """

    direction: str
    sheet: str | None
    column: str
    first: str
    last: str
    heading: str
    indicator: str | None
    periods: tuple[tuple[str, str, str], ...]
    figures: int
    read: int
    outcome: str
    why: str
    unexplained: tuple[str, ...]
    questions: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(slots=True, frozen=True)
class Example:
    """One cell that was left out, and what stands over or beside it."""

    sheet: str | None
    cell: str
    heading: str


@dataclass(slots=True, frozen=True)
class LeftOut:
    """The figures that were left out for one reason: its kind, in words, how many, and some of their cells."""

    kind: str
    text: str
    count: int
    examples: tuple[Example, ...]


@dataclass(slots=True, frozen=True)
class SheetLayout:
    """How one sheet was laid out: the rows of the header of each of its tables; `chosen`: its figures are read."""

    sheet: str | None
    headers: tuple[tuple[int, ...], ...]
    chosen: bool
