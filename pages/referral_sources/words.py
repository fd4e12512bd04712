"""Who makes referrals, in words: the newest shares, all sources in the last year that has them, and what they are."""

from datetime import date

from data.catalogue import indicators
from pages.charts.words import VERY_SMALL, figure, listed, lowered
from pages.charts.years import year_mark
from pages.referral_sources.choices import SOURCES
from pages.referral_sources.shown import Facts
from queries.rows.figures import Trend

SUBTITLE = "Referrals by each source, as % of all referrals in the year to 31 March"
STANDING = "Who refers says nothing on need by itself."
SHARES = (
    "Shares need not come to 100%: small counts of authorities are withheld, those of England and regions are rounded, "
    "and in some authorities and years the counts of all sources come to less than all referrals."
)
ENDED = (
    "The others end with the newest edition of table C5 of Children in need that we have. Lines are cut where a year "
    "has no figure."
)
GOES_ON = 3  # sources that the Local Authority Interactive Tool gives too


def said(facts: Facts) -> list[str]:
    """Say the newest shares, and those of all sources in the last year with more than the newest has."""
    newest = [row for id in SOURCES for row in facts.chosen(id)[-1:] if row.period_end == facts.newest]
    first = f"{_year(facts.newest)}, {facts.name}: {listed([_share(row) for row in newest])}." if newest else ""
    return [text for text in (first, _of_all(facts)) if text]


def _of_all(facts: Facts) -> str:
    known = [row for row in facts.sums if row.given > GOES_ON]
    if not known:
        return f"In no year do more than {GOES_ON} of the {len(SOURCES)} sources have a figure of {facts.name}."
    last = known[-1]
    rows = [row for id in SOURCES for row in facts.chosen(id) if row.period_end == last.period_end]
    given = sorted((row for row in rows if row.value is not None), key=lambda row: -(row.value or 0.0))
    gone = [_share(row) for row in rows if row.value is None]
    without = f" No figure: {listed(gone)}." if gone else ""
    return (
        f"{_year(last.period_end)}, the newest year in which more than {GOES_ON} of the {len(SOURCES)} sources have a "
        f"figure of {facts.name}: {listed([_share(row) for row in given])}; together {last.together:.1f}%.{without}"
    )


def _year(when: date) -> str:
    return f"In {year_mark(when, basis='year')}"


def _share(row: Trend) -> str:
    return f"{lowered(indicators()[row.indicator_id].short_title)} {written(row)}"


def written(row: Trend) -> str:
    """Write a share, or why there is none."""
    indicator = indicators()[row.indicator_id]
    return figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)


def notes(facts: Facts) -> list[str]:
    """Say what must be known: how far each source reaches, what shares come to, and of single years of the place."""
    return [*[VERY_SMALL] * facts.tiny, *_reach(facts), SHARES, *_noted(facts), STANDING]


def _reach(facts: Facts) -> list[str]:
    """Say which sources end before the others."""
    last = {id: max(row.period_end for row in facts.trend if row.indicator_id == id) for id in SOURCES}
    ended = [id for id in SOURCES if last[id] < facts.newest]
    if not ended:
        return []
    names = listed([lowered(indicators()[id].short_title) for id in SOURCES if id not in ended])
    year = year_mark(max(last[id] for id in ended), basis="year")
    return [f"After {year} only those {names} are held, from the Local Authority Interactive Tool. {ENDED}"]


def _noted(facts: Facts) -> list[str]:
    found: dict[str, list[str]] = {}
    for id in SOURCES:
        for row in facts.chosen(id):
            if row.note:
                found.setdefault(row.note, []).append(
                    f"{lowered(indicators()[id].short_title)} {year_mark(row.period_end, basis='year')}"
                )
    return [f"{_headed(_which(each))}: {note}" for note, each in found.items()]


def _headed(text: str) -> str:
    return text[:1].upper() + text[1:]


def _which(each: list[str]) -> str:
    """Name the figures that a note is of, where they are few; else the years."""
    years = sorted({text.rsplit(" ", 1)[1] for text in each})
    return listed(each) if len(each) <= len(years) else f"{listed(years)}, {len(each)} figures"
