"""The periods of a visitor's figures in words."""

from collections.abc import Sequence
from datetime import date

from pages.charts.words import day, number_of

KINDS = {
    "year": ("year", "years"), "snapshot": ("day", "days"), "quarter": ("quarter", "quarters"),
    "month": ("month", "months"), "ytd": ("year to date", "years to date"),
    "rolling": ("rolling year", "rolling years"),
}  # fmt: skip


def periods(found: Sequence[tuple[str, str, str]]) -> str:
    """Write of which periods figures are: '5 years, 31 March 2020 to 31 March 2024'.

    Parameters
    ----------
    found
        Kind, first and last day of each.
    """
    said = []
    for kind in dict.fromkeys(kind for kind, _, _ in found):
        ends = sorted(date.fromisoformat(last) for each, _, last in found if each == kind)
        until = day(ends[0]) if len(ends) == 1 else f"{day(ends[0])} to {day(ends[-1])}"
        said.append(f"{number_of(len(ends), *KINDS[kind])}, {until}")
    return "; ".join(said)
