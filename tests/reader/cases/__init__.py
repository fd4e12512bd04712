"""Files of our own in the shapes of council spreadsheets: every function named `case_…` makes one or more."""

import itertools
from collections.abc import Iterator
from functools import cache, partial

from tests.reader.cases import (
    defects,
    evidence,
    figures,
    groups,
    layouts,
    officers,
    periods,
    publishers,
    refusals,
    services,
    shapes,
    so_far,
    world,
)
from tests.reader.kit import Case, xlsx

MODULES = (
    layouts, groups, periods, so_far, figures, shapes, evidence, services, publishers, world, defects, refusals, officers,
)  # fmt: skip


def one_of_each() -> Iterator[Case]:
    """Make the first case of each kind that is a workbook of today."""
    for made in _kinds():
        yield from itertools.islice(filter(_workbook, made), 1)


def _workbook(case: Case) -> bool:
    """Tell a workbook of today without writing those that are not written yet."""
    if isinstance(case.made, bytes):
        return case.made.startswith(b"PK") and b"xl/worksheets/sheet1.xml" in case.made
    return isinstance(case.made, partial) and case.made.func is xlsx


def all_cases() -> Iterator[Case]:
    """Make every case."""
    for made in _kinds():
        yield from made


@cache
def _kinds() -> tuple[list[Case], ...]:
    """Make the cases of each kind, once."""
    made = (make() for module in MODULES for name, make in vars(module).items() if name.startswith("case_"))
    return tuple(each if isinstance(each, list) else [each] for each in made)
