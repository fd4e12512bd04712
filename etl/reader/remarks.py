"""What can be said while a file is read: a problem, something put right, something left out, a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.reader.cells.names import a1, letters
from etl.reader.model import Issue, Place, Question

LONGEST_LABEL, LONGEST_SHOWN = 120, 30  # letters of a heading, of a figure, that a sentence repeats


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a cell or the file, once for each `key`; `marked` are the cells with the problem."""

    key: tuple[str, str | None, str | None]
    issue: Issue
    marked: tuple[tuple[str | None, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that only the visitor knows."""

    question: Question


@dataclass(frozen=True, slots=True)
class Offered:
    """More that can be read, if the visitor says so."""

    question: Question


@dataclass(frozen=True, slots=True)
class Left:
    """One figure that was left out: why, by a kind of left_out.toml, and what stands over or beside it.

    `line`: the number of the run of figures of which it had been counted as read; none below nought.
    """

    kind: str
    sheet: str | None
    place: Place
    heading: str
    line: int = -1


Remarks = Sequence[Remark | Asked | Offered | Left]


def are_asked(remarks: Remarks) -> bool:
    """Tell whether anything is asked or offered: its figures are not left out for good."""
    return any(isinstance(remark, Asked | Offered) for remark in remarks)


def problem(code: str, severity: str, message: str, sheet: str | None, place: Place | None) -> Remark:
    """Say what is wrong with a cell: once for each code and cell."""
    cell = a1(place) if place else None
    issue = Issue(code, severity, f"{_before(sheet, cell)}{message}", sheet, cell)
    return Remark((code, sheet, cell), issue, ((sheet, place),) if place else ())


def fixed(message: str, sheet: str | None = None, place: Place | None = None, *, kind: str = "") -> Remark:
    """Say what was put right: once for each sheet, column and kind."""
    cell = a1(place) if place else None
    key = (f"FIXED {kind or message}", sheet, letters(place[1]) if place else None)
    return Remark(key, Issue("FIXED", "fixed", f"{_before(sheet, cell)}{message}", sheet, cell))


def left_out(message: str, sheet: str | None, place: Place) -> Remark:
    """Say what was seen and not taken: once for each cell."""
    cell = a1(place)
    return Remark(
        ("LEFT_OUT", sheet, cell), Issue("LEFT_OUT", "fixed", f"{_before(sheet, cell)}{message}", sheet, cell)
    )


def _before(sheet: str | None, cell: str | None) -> str:
    """Write the place before what is said of it."""
    if not cell:
        return ""
    return f"{sheet}!{cell}: " if sheet else f"{cell}: "
