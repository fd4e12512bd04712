"""Claims as marks on a series: where each stands, and what tells it from an official figure."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pages.charts.model import Entry, Mark
from queries.rows.claims import Found

CLAIMED = "#801650"  # no official line of any page is drawn in it
FREE = 1.08  # of the highest, as the axis of official figures has it above them
KEY = Entry(words="claim, not an official figure", sign="◆")


class Claimed(NamedTuple):
    """A claim as a mark: where it stands, and what is said of it."""

    on: date
    value: float
    said: str


def claimed(found: Found, said: str) -> Claimed | None:
    """Return where a claim stands on its series, or nothing where it is of no figure on it."""
    if found.claimed is None or found.period_end is None:
        return None
    base = found.base_value
    value = {
        "figure": found.claimed,
        "change": base * (1 + found.claimed / 100) if base is not None else None,
        "times": base * found.claimed if base is not None else None,
    }.get(found.reading)
    return None if value is None else Claimed(found.period_end, value, said)


def highest(claims: Sequence[Claimed], unit: str) -> float:
    """Return how far an axis must reach for the claims on it; a share of a whole reaches to 100."""
    most = max((each.value for each in claims), default=0.0)
    return max(most, 100.0) if unit == "%" and most * FREE > 100 else most * FREE


def marks(claims: Sequence[Claimed]) -> list[Mark]:
    """Draw claims: those that stand at one place are one mark, which says them all."""
    said: dict[tuple[date, float], list[str]] = {}
    for each in claims:
        said.setdefault((each.on, each.value), []).append(f"Claim: {each.said}")
    return [
        Mark(x=on, y=value, symbol="diamond", size=13, colour=CLAIMED, said=tuple(lines))
        for (on, value), lines in said.items()
    ]
