"""Files of our own in the shapes of council spreadsheets: every function named `case_…` makes one or more."""

from collections.abc import Iterator

from tests.reader.cases import defects, evidence, figures, groups, layouts, periods, publishers, refusals, shapes, world
from tests.reader.kit import Case

MODULES = (layouts, groups, periods, figures, shapes, evidence, publishers, world, defects, refusals)


def all_cases() -> Iterator[Case]:
    """Make every case."""
    for module in MODULES:
        for name, make in vars(module).items():
            if name.startswith("case_"):
                made = make()
                yield from made if isinstance(made, list) else [made]
