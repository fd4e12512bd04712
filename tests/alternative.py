"""Each derived figure a second time, in plain Python: no SQL, no pandas, nothing of etl.

The rules, as the catalogue and the data notes give them:

- a figure is the publisher's own where the series names one; else `per` x sum of the parts / sum of the whole,
  or / children aged 0 to 17 at the mid-year before the 31 March
- with no denominator and no population the sum of the parts alone is the figure
- money in the prices of a year is multiplied by the level of prices of that financial year over its own: the mean of
  four quarters, April to March
- where the publisher left authorities out of a total, their children are taken from those that it is divided by
- a part that is withheld withholds the figure, for the reason of the part above the line, then below it; of several
  reasons the gravest is given; nothing can be divided by nought: it does not apply
- an authority has no figures before its first or after its last day
- of several editions of a series the last that has the date counts; of several series the first that has a number,
  or else the first that has a reason; but for England and regions, whose counts are rounded, a published figure comes
  before a derived one
- parts that do not give a published rate of England or a region to 0.15 are not its parts
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

GRAVEST_FIRST = ("unreliable", "suppressed", "rounds_to_zero", "not_available", "not_applicable")


class Figure(NamedTuple):
    """A row of a tidy table."""

    source: str
    edition: str
    measure: str
    area: str
    period_end: date
    value: float | None
    status: str


class Observation(NamedTuple):
    """A figure of an indicator."""

    indicator: str
    area: str
    period_start: date
    period_end: date
    source: str
    edition: str
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None
    derived: bool
    latest: bool


class Part(NamedTuple):
    """The sum of some measures, or the reason why there is none."""

    value: float | None
    status: str


UNKNOWN = Part(None, "not_available")


class Money(NamedTuple):
    """What sums of money rest on: the deflator by the last day of a quarter; who is left out of which total."""

    deflator: Mapping[date, float]
    left_out: Mapping[tuple[str, str, str, date], tuple[str, ...]]  # source, measure, area, date: areas left out


NO_MONEY = Money({}, {})
Lives = Mapping[str, tuple[date | None, date | None]]
Place = tuple[str, str, date]  # edition, area, date
Found = dict[tuple[str, str, str, date], Figure]  # edition, measure, area, date


def observations(
    catalogue: Mapping[str, Mapping[str, Any]], figures: Iterable[Figure], lives: Lives, money: Money = NO_MONEY
) -> list[Observation]:
    """Derive every figure of every indicator.

    `catalogue` is the TOML of indicators; `lives` gives the first and last day of each area.
    """
    by_source: dict[str, Found] = defaultdict(dict)
    for figure in figures:
        by_source[figure.source][figure.edition, figure.measure, figure.area, figure.period_end] = figure
    people = {(area, on): figure for (_, measure, area, on), figure in by_source["population"].items()
              if measure == "population_0_17"}  # fmt: skip
    return [
        observation
        for name, indicator in catalogue.items()
        for observation in chosen(
            [
                (number, found)
                for number, series in enumerate(indicator["series"], 1)
                for found in of_series(name, indicator, series, by_source[series["source"]], people, money)
                if lives_on(lives, found.area, found.period_end)
            ]
        )
    ]


def of_series(
    name: str,
    indicator: Mapping[str, Any],
    series: Mapping[str, Any],
    found: Found,
    people: Mapping[tuple[str, date], Figure],
    money: Money,
) -> Iterator[Observation]:
    """Yield the figures that one series gives in each of its editions."""
    for edition, area, on in sorted({(edition, area, on) for edition, _, area, on in found}):
        own = total(found, (edition, area, on), [series["published"]] if "published" in series else [])
        above = total(found, (edition, area, on), series.get("numerator", []))
        if above and above.value is not None and indicator.get("prices"):
            above = repriced(above.value, on, indicator["prices"], money.deflator)
        below = total(found, (edition, area, on), series.get("denominator", []))
        if indicator.get("population"):
            without = [
                code
                for measure in series.get("numerator", [])
                for code in money.left_out.get((series["source"], measure, area, on), ())
            ]
            below = children(people, area, without, on.year - 1) if above else None
        if own:
            nothing = indicator.get("of_some") and own.value == 0 and below and below.value == 0
            answer = Part(None, "not_applicable") if nothing else own
        elif above and below and series.get("numerator"):
            answer = divided(indicator.get("per", 1), above, below)
        elif above and not series.get("denominator") and not indicator.get("population"):
            answer = above._replace(value=None if above.value is None else indicator.get("per", 1) * above.value)
        else:
            continue
        if own and wide(area) and not gives(own, indicator.get("per", 1), above, below):
            above = below = None
        yield Observation(
            indicator=name,
            area=area,
            period_start=on if indicator["basis"] == "snapshot" else year_before(on),
            period_end=on,
            source=series["source"],
            edition=edition,
            value=answer.value,
            status=answer.status,
            numerator=above.value if above else None,
            denominator=below.value if below and indicator.get("unit") != "days" else None,
            derived=own is None,
            latest=False,
        )


def total(found: Found, place: Place, measures: Iterable[str]) -> Part | None:
    """Add up measures of one place and date: nothing if one is not there, a reason if one is withheld."""
    edition, area, on = place
    parts = [found.get((edition, measure, area, on)) for measure in measures]
    if not parts or None in parts:
        return None
    reasons = {part.status for part in parts if part} - {"published"}
    for reason in GRAVEST_FIRST:
        if reason in reasons:
            return Part(None, reason)
    return Part(sum(part.value or 0.0 for part in parts if part), "published")


def repriced(value: float, on: date, year: int, deflator: Mapping[date, float]) -> Part:
    """Put a sum of money of a financial year into the prices of another."""
    level, base = (mean_of_year(deflator, end) for end in (on.year, year))
    return Part(value * base / level, "published") if level and base else UNKNOWN


def mean_of_year(deflator: Mapping[date, float], end: int) -> float | None:
    """Return the mean of the quarters of a financial year: 2, 3 and 4 of a year and 1 of the next."""
    quarters = [date(end - 1, 6, 30), date(end - 1, 9, 30), date(end - 1, 12, 31), date(end, 3, 31)]
    return sum(deflator[quarter] for quarter in quarters) / 4 if all(q in deflator for q in quarters) else None


def children(people: Mapping[tuple[str, date], Figure], area: str, without: list[str], year: int) -> Part | None:
    """Return the children of an area at mid-year, without those of the authorities that are left out."""
    all_of_them = people.get((area, date(year, 6, 30)))
    if all_of_them is None or all_of_them.value is None:
        return Part(None, all_of_them.status) if all_of_them else None
    fewer = [people.get((code, date(year, 6, 30))) for code in without]
    known = [figure.value for figure in fewer if figure and figure.value is not None]
    return Part(all_of_them.value - sum(known), "published") if len(known) == len(fewer) else UNKNOWN


def divided(per: int, above: Part, below: Part) -> Part:
    """Divide, or give the reason against it."""
    if above.value is None:
        return above
    if below.value is None:
        return below
    if below.value == 0:
        return Part(None, "not_applicable")
    return Part(per * above.value / below.value, "published")


def chosen(found: list[tuple[int, Observation]]) -> Iterator[Observation]:
    """Mark the one figure of each area and date that is shown."""
    last: dict[tuple[int, date], str] = {}
    for number, one in found:
        last[number, one.period_end] = max(one.edition, last.get((number, one.period_end), ""))
    rivals: dict[tuple[str, date], list[tuple[int, Observation]]] = defaultdict(list)
    for number, one in found:
        rivals[one.area, one.period_end].append((number, one))
    for group in rivals.values():
        newest = [(n, one) for n, one in group if one.edition == last[n, one.period_end]] or group
        known = [(n, one) for n, one in newest if one.status == "published"] or newest
        if wide(group[0][1].area):
            known = [(n, one) for n, one in known if not one.derived] or known
        first = min(n for n, _ in known)
        shown = max((one for n, one in known if n == first), key=lambda one: one.edition)
        yield from (one._replace(latest=one is shown) for _, one in group)


def wide(area: str) -> bool:
    """Tell whether an area is England or a region."""
    return area.startswith(("E92", "E12", "E13"))


def gives(own: Part, per: int, above: Part | None, below: Part | None) -> bool:
    """Tell whether parts give a published rate, or cannot be held against it."""
    if own.value is None or above is None or below is None or above.value is None or not below.value:
        return True
    return abs(per * above.value / below.value - own.value) <= 0.15


def lives_on(lives: Lives, area: str, on: date) -> bool:
    """Tell whether an area existed on a day."""
    opened, closed = lives[area]
    return (opened is None or opened <= on) and (closed is None or on <= closed)


def year_before(end: date) -> date:
    """Return the first day of the year that ends on a day."""
    month, year = end.month % 12 + 1, end.year - (end.month < 12)
    return date(year, month, 1)
