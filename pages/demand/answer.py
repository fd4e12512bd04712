"""Did demand rise while spend fell? The one rule that answers it, of an authority or of England, in words."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from data.catalogue import indicators
from pages.charts.words import listed, short_figure, signed
from pages.choosing.regions import ENGLAND
from pages.demand.measures import BASES, Basis, named
from pages.england.words import DIRECTIONS, UNCOMPARED, direction
from queries import england
from queries.rows.england import Changed

Ask = Callable[..., Sequence[Changed]]
BEFORE = (2010, 2013)  # the years to March of which the articles of 2013 say that referrals rose while budgets were cut
BETWEEN = (2013, 2022)  # from the first year that compares in every measure to the year of the last article
REFUSED = UNCOMPARED | {
    "no_england": "no figure of England that compares",
    "not_there": "not there at either date",
    "nought": "a first figure of 0",
}


class Moved(NamedTuple):
    """How one measure moved between two years, or why the two are not compared."""

    indicator_id: str
    before: float | None
    after: float | None
    percent: float | None
    refused: str


def moved(rows: Sequence[Changed], code: str, id: str) -> Moved:
    """Return how a measure moved in an area, of the rows of `queries.england.change`."""
    row = next((row for row in rows if row.area_code == code or code == ENGLAND), None)
    if row is None:
        return Moved(id, None, None, None, "not_there")
    if code == ENGLAND:
        return _of_england(row, id)
    return Moved(id, row.from_value, row.to_value, row.change_percent,
                 row.refused or "nought" * (row.change_percent is None))  # fmt: skip


def _of_england(row: Changed, id: str) -> Moved:
    if not row.england_from or row.england_to is None:
        return Moved(id, None, None, None, "no_england")
    return Moved(id, row.england_from, row.england_to, 100 * (row.england_to / row.england_from - 1), "")


def found(ask: Ask, code: str, ids: Sequence[str], years: tuple[int, int]) -> list[Moved]:
    """Ask how measures moved in an area between two years.

    Parameters
    ----------
    ask
        Answers a question, as `pages.database.rows_once`.
    code
        Of an authority or of England.
    ids
        Of the measures.
    years
        Of the two reference dates.
    """
    first, last = years
    return [
        moved(
            ask(england.change, indicator=id, from_first=first, from_last=first, to_first=last, to_last=last), code, id
        )
        for id in ids
    ]


def before(ask: Ask, code: str, name: str) -> str:
    """Answer for the years before the articles of 2013, of which rates and spend per child are not held."""
    return _said(ask, code, name, BASES["totals"]._replace(demand=("referrals",)), BEFORE)


def after(ask: Ask, code: str, name: str, basis: Basis, years: tuple[int, int] = BETWEEN) -> str:
    """Answer for two years that compare, with the number of measures that went each way.

    Parameters
    ----------
    ask, code
        As for `found`.
    name
        Of the area.
    basis
        In which measures.
    years
        Of the two reference dates.
    """
    return _said(ask, code, name, basis, years)


def _said(ask: Ask, code: str, name: str, basis: Basis, years: tuple[int, int]) -> str:
    demand, money = (found(ask, code, ids, years) for ids in (basis.demand, basis.money))
    directions = f"{counted(demand, 'measures', 'of demand')}, and {counted(money, 'lines', 'of spend')}"
    both = f"From {year_span(years)} in {name}, {basis.per}: {_each(demand)}; {basis.spent}: {_each(money)}"
    return f"{both}; {directions}." if len(demand) > 1 else f"{both}."


def counted(rows: Sequence[Moved], several: str, of: str) -> str:
    """Say how many measures went each way, those that compare."""
    known = [direction(row.percent) for row in rows if row.percent is not None]
    directions = [verb for verb in DIRECTIONS if verb in known]
    if len(known) == len(rows) and len(directions) == 1:
        return f"all {len(rows)} {several} {of} {directions[0]}"
    left = len(rows) - len(known)
    without = [f"{left} {'is' if left == 1 else 'are'} not compared"] * bool(left)
    said = [*(f"{known.count(verb)} {verb}" for verb in directions), *without] if known else ["none is compared"]
    return f"of the {len(rows)} {several} {of} {listed(said)}"


def year_span(years: tuple[int, int]) -> str:
    """Write two years to 31 March."""
    first, last = (f"{year - 1}-{year % 100:02}" for year in years)
    return f"{first} to {last}"


def _each(rows: Sequence[Moved]) -> str:
    """Say how each measure moved; of those that are not compared, by reason, why."""
    compared = [f"{named(row.indicator_id)} {_by(row)}" for row in rows if row.percent is not None]
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.percent is None:
            reasons.setdefault(REFUSED[row.refused], []).append(named(row.indicator_id))
    return ", ".join([*compared, *(f"{listed(names)} not compared ({reason})" for reason, names in reasons.items())])


def _by(row: Moved) -> str:
    indicator, percent = indicators()[row.indicator_id], signed(row.percent or 0.0, unit="", decimals=1)
    ends = [short_figure(value or 0.0, unit=indicator.unit, decimals=indicator.decimals)
            for value in (row.before, row.after)]  # fmt: skip
    return f"{percent}% ({ends[0]} to {ends[1]})"
