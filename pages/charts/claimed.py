"""Claims as marks on a series: where each stands, whose it is, and what tells it from an official figure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from data.catalogue import Indicator, indicators
from pages.charts.model import Entry, Mark, X
from pages.charts.years import year_mark
from queries.rows.claims import Found

Place = tuple[X, float]
CLAIMED, SYMBOL = "#c4007a", "triangle-down"  # no official line of any page is drawn in it, none has this sign
SIZE = 11  # pixels: larger than the marks of figures, which it may stand upon
FREE = 1.08  # of the highest, as the axis of official figures has it above them
KEY = Entry(words="claim, not an official figure", sign="▼", colour=CLAIMED)


class Claimed(NamedTuple):
    """A claim as a mark: where it stands, and what is said of it.

    Attributes
    ----------
    on, value
        Where it stands.
    said
        What is claimed, of what and by whom, in a line.
    area, place, indicator, short, whose
        Of which series it is, what is claimed in as few words as can be, and by whom.
    """

    on: date
    value: float
    said: str
    area: str
    place: str
    indicator: Indicator
    short: str
    whose: str


def claimed(found: Found, said: str, *, place: str, short: str, whose: str) -> Claimed | None:
    """Return where a claim stands on its series, or nothing where it is of no figure on it."""
    if found.claimed is None or found.period_end is None:
        return None
    base = found.base_value
    value = {
        "figure": found.claimed,
        "change": base * (1 + found.claimed / 100) if base is not None else None,
        "times": base * found.claimed if base is not None else None,
    }.get(found.reading)
    if value is None:
        return None
    of = indicators()[found.indicator_id]
    return Claimed(found.period_end, value, said, found.area_code or "", place, of, short, whose)


def highest(claims: Sequence[Claimed], unit: str) -> float:
    """Return how far an axis must reach for the claims on it; a share of a whole reaches to 100."""
    most = max((each.value for each in claims), default=0.0)
    return max(most, 100.0) if unit == "%" and most * FREE > 100 else most * FREE


def by_date(claim: Claimed) -> Place:
    """Return where a claim stands among figures over time."""
    return claim.on, claim.value


def marks(
    claims: Sequence[Claimed], place: Callable[[Claimed], Place] = by_date, *, placed: bool = False
) -> list[Mark]:
    """Draw claims: those that stand at one place are one mark, which says them all; a picture names whose they are.

    Parameters
    ----------
    claims
        Those that are drawn.
    place
        Tells where each stands, where that is not at its date.
    placed
        Whether a picture names the place instead, where the page is of many: the key has both.
    """
    return [
        Mark(x=x, y=y, symbol=SYMBOL, size=SIZE, colour=CLAIMED, said=tuple(f"Claim: {each.said}" for each in at),
             named="; ".join(dict.fromkeys(each.place if placed else each.whose for each in at)))
        for (x, y), at in _together(claims, place).items()
    ]  # fmt: skip


def _together(claims: Sequence[Claimed], place: Callable[[Claimed], Place]) -> dict[Place, list[Claimed]]:
    """Return the claims that stand at one place together."""
    found: dict[Place, list[Claimed]] = {}
    for each in claims:
        found.setdefault(place(each), []).append(each)
    return found


def key(claims: Sequence[Claimed], *, placed: bool = False) -> list[Entry]:
    """Say what the sign stands for, and of each claim that is marked where it stands, what it is and whose.

    Parameters
    ----------
    claims
        Those that are marked.
    placed
        Whether its place is said of one alone too: the page is of many.
    """
    said = brief(claims, placed=placed)
    if len(said) == 1:
        return [replace(KEY, words=f"{KEY.words}, {said[0]}")]
    several = [replace(KEY, words="claims, not official figures:")] if said else []
    return [*several, *(replace(KEY, words=words) for words in said)]


def brief(claims: Sequence[Claimed], *, placed: bool = False) -> list[str]:
    """Say of each claim its year, what it is and whose, with place and measure where there are several."""
    places, measures = {each.place for each in claims}, {each.indicator.id for each in claims}
    said = [_brief(each, place=placed or len(places) > 1, measure=len(measures) > 1) for each in _ordered(claims)]
    return list(dict.fromkeys(said))


def _ordered(claims: Sequence[Claimed]) -> list[Claimed]:
    return sorted(claims, key=lambda each: (each.indicator.title, each.on, each.value))


def _brief(each: Claimed, *, place: bool, measure: bool) -> str:
    what = ", ".join([*[each.place] * place, *[each.indicator.short_title] * measure])
    when = year_mark(each.on, basis=each.indicator.basis)
    return f"{what}{' ' * bool(what)}{when}: {each.short} ({each.whose})"


def noted(claims: Sequence[Claimed]) -> str:
    """Say where claims are marked, or nothing where none is: whose they are stands in the key."""
    if len(claims) < 2:
        return "The claim is marked at the reference date that it is held to." if claims else ""
    return "Each claim is marked at the reference date that it is held to."


def described(claims: Sequence[Claimed], *, placed: bool = False) -> str:
    """Say for those who do not see the chart which claims it marks, or nothing where it marks none."""
    one = "A claim, not an official figure, is marked"
    several = "Claims, not official figures, are marked"
    return f"{one if len(claims) == 1 else several}: {'; '.join(brief(claims, placed=placed))}." if claims else ""


def sourced(claims: Sequence[Claimed]) -> list[str]:
    """Say whose claims are, in a chart that is cut out of its page and names its sources."""
    return ["claims are of whoever is named"] * bool(claims)
