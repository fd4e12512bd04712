"""One row of a table."""

from dataclasses import dataclass

from etl.reader.model import Place
from etl.reader.periods.parts import Part
from etl.reader.words.authorities import UNKNOWN, Answer
from etl.reader.words.indicators import Named


@dataclass(frozen=True, slots=True)
class RowAuthority:
    """What a row says of its authority, and where; `clash`: its name and its code are of different ones."""

    answer: Answer = UNKNOWN
    at: Place | None = None
    text: str = ""
    clash: bool = False


@dataclass(frozen=True, slots=True)
class RowMeasure:
    """What a row says of its measure, and where."""

    named: Named | None = None
    text: str = ""
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class RowPeriods:
    """What a row says of periods.

    `said`: what stands in the name of its measure. `undated`: a cell of a period column is no period.
    `summed`: it is a word for a sum. `noted`: a sum so far, or rolling months, of which a remark beside it speaks.
    """

    parts: tuple[Part, ...] = ()
    said: tuple[Part, ...] = ()
    undated: bool = False
    summed: bool = False
    noted: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of figures and its keys.

    `skipped`: it is a sum, a region, a target, a part of the whole. `part`: the cell that says of which part it is.
    `shifted`: its first cell beyond the last heading, where it has more cells than there are headings.
    """

    number: int
    authority: RowAuthority
    measure: RowMeasure
    periods: RowPeriods
    identifier: str
    unit: str
    skipped: bool
    part: Place | None = None
    shifted: Place | None = None
