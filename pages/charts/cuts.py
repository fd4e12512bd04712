"""Where series are broken: breaks that stand too near one another for a label each share one."""

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import mean

NEAR = 4 * 365  # days: the width of the label on a telephone


def gathered(places: Iterable[float], apart: float) -> list[Sequence[float]]:
    """Gather places, each within `apart` of the one before, into groups in their order."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] < apart:
            groups[-1].append(place)
        else:
            groups.append([place])
    return list(groups)


def said(group: Sequence[float]) -> str:
    """Name a group of breaks."""
    return f"{'break' if len(group) == 1 else 'breaks'} in series"


def labels(days: Iterable[str]) -> list[tuple[str, str]]:
    """Return where each label of a date axis stands, and its two lines."""
    return [
        (date.fromordinal(round(mean(group))).isoformat(), said(group).replace(" ", "<br>", 1))
        for group in gathered([date.fromisoformat(day[:10]).toordinal() for day in days], NEAR)
    ]
