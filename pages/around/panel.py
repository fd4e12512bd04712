"""From the figures of authorities to what is estimated: who has a figure in which year, and since when it is a case.

The rows stay plain numbers in plain Python: whoever wants to repeat an estimate gets these very rows.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from queries.rows.around import Case, YearFigure

NEVER = 0  # the year from which an authority counts that is no case: the library's own sign


class Observed(NamedTuple):
    """One figure: of which authority, in which year of the series, and from which year it is a case."""

    area_code: str
    year: int
    value: float
    from_year: int


Panel = tuple[Observed, ...]


def panel(cases: Sequence[Case], figures: Sequence[YearFigure], *, compared: str) -> Panel:
    """Put together the figures of the cases and of those compared.

    Parameters
    ----------
    cases, figures
        Of `queries.around.cases` and `queries.around.figures`.
    compared
        both, never or later: of `choices.COMPARED`.

    Returns
    -------
    Panel
        In the order of the figures; without those that are neither a case nor compared.
    """
    wanted = {"case"} if compared == "later" else {"case", "compared"}
    since = {each.area_code: each.from_year or NEVER for each in cases if each.place in wanted}
    return tuple(
        Observed(row.area_code, row.year, row.value, since[row.area_code])
        for row in figures
        if row.area_code in since and row.value is not None
    )


class Behind(NamedTuple):
    """How many authorities stand behind one year since the event."""

    cases: int
    compared: int


def behind(panel: Panel, *, never: bool) -> dict[int, Behind]:
    """Count who stands behind each year since the event.

    A case stands behind a year with a figure in it and in the year before the event. It is compared with whoever has
    a figure in both years too, and no event by that year nor in the year from which the case counts.

    Parameters
    ----------
    panel
        Of `panel`.
    never
        Whether those that have the event later are left out.
    """
    found: dict[int, tuple[set[str], set[str]]] = {}
    for since, own, others in _sides(panel, never=never):
        cases, compared = found.setdefault(since, (set(), set()))
        cases |= own
        compared |= others
    return {since: Behind(len(cases), len(compared)) for since, (cases, compared) in sorted(found.items())}


def matched(panel: Panel, *, never: bool) -> int:
    """Count the cases that have anybody to be compared with in the year of the event or after it.

    Parameters
    ----------
    panel, never
        As of `behind`.
    """
    return len({code for since, own, _ in _sides(panel, never=never) if since >= 0 for code in own})


def _sides(panel: Panel, *, never: bool) -> Iterator[tuple[int, set[str], set[str]]]:
    """Give the years since the event, by cohort, with the cases and those compared that stand behind each."""
    there: dict[int, set[str]] = {}
    cohorts: dict[int, set[str]] = {}
    first = {row.area_code: row.from_year for row in panel}
    for row in panel:
        there.setdefault(row.year, set()).add(row.area_code)
        cohorts.setdefault(row.from_year, set()).add(row.area_code)
    for start in sorted(cohorts.keys() - {NEVER}):
        before = there.get(start - 1, set())
        for year in sorted(there):
            those = there[year] & before
            own = those & cohorts[start]
            others = {code for code in those if own and _free(first[code], max(year, start), never=never)}
            if own and others:
                yield year - start, own, others


def _free(from_year: int, by: int, *, never: bool) -> bool:
    """Tell whether an authority had no event by a year."""
    return from_year == NEVER or (not never and from_year > by)
