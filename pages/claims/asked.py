"""What a page about a claim has to show: the claim in words, its series, and what was found."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from data.catalogue import Indicator, indicators
from pages.charts.words import headed, year_said
from pages.claims import choices, definitions
from pages.database import rows_once
from queries import claims as questions
from queries.rows.claims import Found, Said

NOBODY: dict[str, str] = {
    "area": "",
    "indicator": "",
    "reading": "",
    "word": "",
    "amount": "",
    "period": "",
    "since": "",
}


class Asked(NamedTuple):
    """A claim that is looked at.

    Attributes
    ----------
    title
        What is claimed, in a line.
    said
        Whose it is, in a sentence.
    short, whose
        What is claimed in as few words as can be, and by whom.
    place, area, indicator
        Of the series beside it; no indicator where none measures it.
    found
        What the official figures say of it.
    differs
        Sentences on how the definitions differ.
    said_on
        When it was made.
    alike
        All accounts of the same point, itself among them; empty where there is one.
    note, source
        What more was said with it, and where.
    """

    title: str
    said: str
    short: str
    whose: str
    place: str
    area: str
    indicator: Indicator | None
    found: Found
    differs: Sequence[str]
    said_on: date | None
    alike: Sequence[Said]
    note: str
    source: str


def every() -> dict[str, Found]:
    """Return what was found of every claim that is kept, by id."""
    ids = [each.claim_id for each in rows_once(questions.said)]
    rows = rows_once(questions.found, claims=ids, **_without_dates(NOBODY))
    return {row.claim_id: row for row in rows}


def _without_dates(parts: Mapping[str, str]) -> dict[str, str | None]:
    """Write an empty date as none: the database reads no empty text as a date."""
    return {name: text or None if name in ("period", "since") else text for name, text in parts.items()}


def kept(id: str, said: Sequence[Said]) -> Asked:
    """Return a claim that is kept."""
    claim = next(each for each in said if each.claim_id == id)
    alike = [each for each in said if claim.one_of and each.one_of == claim.one_of]
    return Asked(
        title=f"{claim.place}: {claim.about}, {claim.said}",
        said=f"{headed(claim.claimant)}: {claim.about}, {claim.said}.",
        short=claim.said,
        whose=claim.claimant,
        place=claim.place,
        area=claim.area_code,
        indicator=indicators().get(claim.indicator_id),
        found=every()[id],
        differs=definitions.differences(claim.differs_by),
        said_on=claim.said_on,
        alike=alike if len(alike) > 1 else [],
        note=claim.note,
        source=claim.source,
    )


class Own(NamedTuple):
    """The parts of a visitor's own claim."""

    area: str
    place: str
    indicator: Indicator
    reading: str
    word: str
    amount: str
    on: date
    since: date | None


def own(parts: Own) -> Asked:
    """Return a visitor's own claim, held to the official figures."""
    given = {
        "area": parts.area, "indicator": parts.indicator.id, "reading": parts.reading, "word": parts.word,
        "amount": parts.amount, "period": parts.on.isoformat(), "since": parts.since.isoformat() if parts.since else "",
    }  # fmt: skip
    found = rows_once(questions.found, claims=[], **_without_dates(given))[0]
    short = _amount(parts)
    said = f"{parts.indicator.title}, {year_said(parts.on, basis=parts.indicator.basis)}: {short}"
    return Asked(
        title=f"{parts.place}: {said}", said=f"A visitor's claim: {said}.", short=short, whose="a visitor",
        place=parts.place, area=parts.area, indicator=parts.indicator, found=found, differs=(), said_on=None,
        alike=(), note="", source="",
    )  # fmt: skip


def _amount(parts: Own) -> str:
    word = "" if parts.word == "exactly" else f"{choices.WORDS[parts.word]} "
    if parts.since:
        since = year_said(parts.since, basis=parts.indicator.basis)
        return f"a change of {word}{parts.amount.replace('-', '−')}% since {since}"
    return f"{word}{_grouped(parts.amount)}{'%' if parts.indicator.unit == '%' else ''}"


def _grouped(amount: str) -> str:
    """Write thousands apart, and the decimals as they were given."""
    whole, point, decimals = amount.partition(".")
    return f"{int(whole or 0):,}{point}{decimals}"
