"""The page of demand and money in words: its subtitle, its answer, and what must be known of its figures."""

from collections.abc import Sequence

from pages.charts.words import VERY_SMALL, listed
from pages.charts.years import year_mark
from pages.demand import answer
from pages.demand.measures import BASES, Basis
from pages.demand.shown import Facts

ASKED = "Did demand rise while spend fell?"
STANDING = "Figures stand beside one another; they do not show that one thing caused another."
BEGINS = (
    "Spend per child is held from 2012-13: before, its lines were made of other things, and no population estimate of "
    "the same series is held. Totals reach back to 2008-09, cut where a line was redefined."
)
ENGLAND = "England's spend to 2014-15 is a sum of the authorities, made for this dashboard: none was published."
PRICES = (
    "Prices of 2024-25 are those of the whole economy (deflator of the gross domestic product): the prices of "
    "children's services may have moved otherwise."
)
ALONE = "Beside numbers and totals nothing else is drawn: those of a country or a region would dwarf them."


def subtitle(basis: Basis) -> str:
    """Say what is shown, and how it is counted."""
    return (
        f"Referrals, section 47 enquiries, child protection plans and children looked after, {basis.per}, beside "
        f"{basis.spent}"
    )


def answered(ask: answer.Ask, code: str, name: str, basis: Basis, newest: int) -> list[str]:
    """Answer the question of an authority: before the articles of 2013, between them and the last, and to the newest.

    Parameters
    ----------
    ask, code, name, basis
        As for `answer.after`.
    newest
        The newest year to 31 March.
    """
    last = (answer.BETWEEN[0], newest)
    later = [answer.after(ask, code, name, basis, years) for years in dict.fromkeys((answer.BETWEEN, last))]
    return [answer.before(ask, code, name), *later]


def notes(facts: Facts) -> list[str]:
    """Say what must be known: where spend begins, England's sums, prices, and of single figures of the authority."""
    totals = facts.basis is BASES["totals"]
    standing = [BEGINS, ALONE if totals else ENGLAND, *([PRICES] if facts.basis is BASES["real"] else [])]
    return [*[VERY_SMALL] * facts.tiny, *standing, *_noted(facts), *_broken(facts), STANDING]


def _noted(facts: Facts) -> list[str]:
    found: dict[tuple[str, str], list[str]] = {}
    for indicator in facts.indicators:
        for row in facts.trend:
            if row.role == "chosen" and row.indicator_id == indicator.id and row.note:
                year = year_mark(row.period_end, basis=indicator.basis)
                found.setdefault((indicator.title, row.note), []).append(year)
    return [f"{title}, {_years(years)}: {note}" for (title, note), years in found.items()]


def _years(years: Sequence[str]) -> str:
    return listed(years) if len(years) <= 2 else f"{years[0]} to {years[-1]}, {len(years)} years"


def _broken(facts: Facts) -> list[str]:
    titles = {indicator.id: indicator.title for indicator in facts.indicators}
    drawn = {row.period_end for row in facts.trend}
    return [
        f"{titles[cut.indicator_id]}: no line from {cut.from_period_end.year} to {cut.to_period_end.year}. {cut.detail}"
        for cut in facts.breaks
        if cut.from_period_end in drawn
    ]
