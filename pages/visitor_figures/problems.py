"""All that is to be said about the cells of a file, like problems together."""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.kinds import Unit
from pages.reader import Issue, Record, SheetPreview
from pages.visitor_figures.preview import anchor

LEVELS = {"must": "Must be corrected", "check": "Please check", "fixed": "Put right or left out for you"}
SHOWN = 50  # kinds of problem: more are counted, and stand in the marked copy
CELLS = 3  # named of one problem: enough to find the others
SMALL = range(1, 6)  # a number of so few people may tell who they are


def count(issues: Sequence[Issue], level: str) -> int:
    """Count the problems of a level."""
    return sum(issue.severity == level for issue in issues)


def grouped(issues: Sequence[Issue]) -> pd.DataFrame:
    """Write the problems: Level, Where, What; those that differ by their cell alone in one row, fifty rows at most."""
    groups: dict[tuple[str, str, str], list[Issue]] = {}
    for issue in issues:
        groups.setdefault((issue.severity, issue.code, _bare(issue)), []).append(issue)
    rows = [
        {"Level": LEVELS[level], "Where": _where(found), "What": bare} for (level, _, bare), found in groups.items()
    ]
    return pd.DataFrame(rows[:SHOWN])


def more(issues: Sequence[Issue]) -> int:
    """Tell how many different problems there are beyond those that are shown."""
    return max(0, len({(issue.severity, issue.code, _bare(issue)) for issue in issues}) - SHOWN)


def summary(issues: Sequence[Issue], sheets: Sequence[SheetPreview]) -> list[tuple[str, str]]:
    """Write the problems that must be corrected, each with the id of its cell in the grid, for the top of the page."""
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in issues:
        if issue.severity == "must":
            groups.setdefault((issue.code, _bare(issue)), []).append(issue)
    lines = [
        (f"{_where(found)}: {bare}", anchor(sheets, found[0].sheet, found[0].cell))
        for (_, bare), found in groups.items()
    ]
    return [*lines[:5], (f"and {len(lines) - 5} more, listed below", "")] if len(lines) > 6 else lines


def small_counts(records: Sequence[Record], units: Mapping[str, str]) -> int:
    """Count the figures from 1 to 5 that count children."""
    return sum(is_small(record.value, units[record.indicator]) for record in records)


def is_small(value: float | None, unit: str) -> bool:
    """Tell whether a figure is a number of people from 1 to 5."""
    return unit == Unit.NUMBER and value is not None and SMALL[0] <= value <= SMALL[-1]


def _bare(issue: Issue) -> str:
    """Return the message without the cell that begins it."""
    cell = f"{issue.sheet}!{issue.cell}" if issue.sheet else issue.cell
    return issue.message.removeprefix(f"{cell}: ")


def _where(issues: Sequence[Issue]) -> str:
    cells = [issue.cell for issue in issues if issue.cell]
    if not cells:
        return issues[0].sheet or "The file"
    listed = ", ".join(cells[:CELLS]) + (f" and {len(cells) - CELLS} more" if len(cells) > CELLS else "")
    return f"{issues[0].sheet}: {listed}" if issues[0].sheet else listed
