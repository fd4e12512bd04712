"""From the figures of all authorities to one window: the years before and after, and who may be mixed into a double."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from queries.rows.around import Case, YearFigure

REACH = 5  # years after the first figure on or after the event: the window of the page of all cases
# Why an authority takes no part in a double, in the order in which it is looked at.
KIN, SMALL, EVENT, UNDER, GAPS = "shares its figures", "very small", "has the event", "intervention", "lacks a figure"


class Panel(NamedTuple):
    """The figures from which a double is worked out: complete, no area without a figure in any of the years.

    Attributes
    ----------
    case
        The area code of the authority that has the event.
    before, after
        The years of its figures, in order.
    areas
        The authority, and then the donors by their area codes.
    values
        Of each area, in the order of before and after.
    """

    case: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    areas: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]

    @property
    def donors(self) -> tuple[str, ...]:
        """Who may be mixed into the double."""
        return self.areas[1:]


class Window(NamedTuple):
    """One authority around one event.

    Attributes
    ----------
    case
        Who it is, and what its event was.
    panel
        What its double is worked out from.
    left_out
        How many others are left out, by the reason why.
    """

    case: Case
    panel: Panel
    left_out: Mapping[str, int]


def years(case: Case, figures: Iterable[YearFigure]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years before and after an event in which an authority has a figure.

    Parameters
    ----------
    case
        With the year from which its event counts.
    figures
        Of `queries.around.figures`: of the newest stretch of the series alone.
    """
    start = case.from_year or 0
    own = sorted(row.year for row in figures if row.area_code == case.area_code and row.value is not None)
    return tuple(y for y in own if y < start), tuple(y for y in own if start <= y <= start + REACH)


def reach(case: Case, figures: Sequence[YearFigure]) -> tuple[date, date]:
    """Return the reference dates of the first and the last figure that are looked at; at least one lies before."""
    before, after = years(case, figures)
    ends = {row.year: row.period_end for row in figures if row.area_code == case.area_code}
    return ends[before[0]], ends[(*before, *after)[-1]]


def window(
    case: Case, cases: Sequence[Case], figures: Sequence[YearFigure], *, kin: Collection[str], under: Collection[str]
) -> Window:
    """Choose the years, and who may be mixed into the double.

    Parameters
    ----------
    case
        One of the cases.
    cases, figures
        Of `queries.around.cases` and `queries.around.figures`.
    kin, under
        The area codes that share figures with the case, and of those under intervention in the window.
    """
    before, after = years(case, figures)
    wanted = (*before, *after)
    values: dict[str, dict[int, float]] = {}
    for row in figures:
        if row.value is not None:
            values.setdefault(row.area_code, {})[row.year] = row.value
    why = {
        each.area_code: _why_not(each, kin, under, wanted, values.get(each.area_code, {}))
        for each in cases if each.area_code != case.area_code
    }  # fmt: skip
    areas = (case.area_code, *sorted(code for code, reason in why.items() if not reason))
    rows = tuple(tuple(values[code][year] for year in wanted) for code in areas)
    left_out = Counter(reason for reason in why.values() if reason)
    return Window(case, Panel(case.area_code, before, after, areas, rows), left_out)


def _why_not(
    other: Case, kin: Collection[str], under: Collection[str], wanted: Sequence[int], values: Mapping[int, float]
) -> str:
    """Say why an authority may not be mixed into the double, or nothing."""
    later = other.place == "case" and bool(wanted) and (other.from_year or 0) > wanted[-1]
    reasons = {
        KIN: other.area_code in kin,
        SMALL: other.place == "very small",
        EVENT: other.place != "compared" and not later,
        UNDER: other.area_code in under,
        GAPS: any(year not in values for year in wanted),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")
