"""Which measure of the dashboard a heading names; the names are in words/indicators.toml."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from data.catalogue import Indicator, indicators
from data.kinds import Basis, Topic, Unit
from etl.reader.cells.text import plain, words
from etl.reader.periods.parse import find_periods
from etl.reader.words.units import SAID_BY, unit_of

NAMES = Path(__file__).parent / "indicators.toml"
AGGREGATE = re.compile(r"^\s*(sum|average|min|max|first|earliest|latest) of\s+", re.I)
EXPLICIT = re.compile(r"\[([a-z][a-z0-9_]+)\]\s*$")
NUMBERED = re.compile(r"\b(?:numbers?|counts?|nos?\.|nos? of)(?!\w)|#\s*of\b|№")
PART = "(?:month|quarter|period)"
AT_END = re.compile(rf"\b(?:as )?(?:at )?(?:the )?(?:end of (?:the )?{PART}|{PART}[ -]end)\b", re.I)
IN_YEAR = re.compile(r"\b(?:in|during|over|within|throughout)\s+(?:the\s+)?(?:whole\s+)?(?:financial\s+)?year\b")
WHOLE_AGES = {"0": "17", "17": "0", "under": "18", "18": "under"}
BEYOND = 2.0  # times the most that any authority has published: nothing so far off is a figure of the measure


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of naming one measure."""

    indicator: str
    groups: tuple[frozenset[str], ...]
    also: frozenset[str]
    unit: str = ""
    offered: bool = False
    needs: str = ""
    doubtful: bool = False

    @property
    def known(self) -> frozenset[str]:
        """Every word that it has a place for."""
        return self.also.union(*self.groups)


@dataclass(frozen=True, slots=True)
class Named:
    """What a heading names.

    `sure`: every word is accounted for. `decoy`: close to a measure, but another one. `offered`: taken only when
    the visitor says so. `unit`: count; open, where only a word of the measure's unit tells it from a number; or either
    of two measures. `exact`: it is the dashboard's own id of the measure, to which no word beside it adds anything.
    """

    indicator: str
    sure: bool
    decoy: bool = False
    offered: bool = False
    unit: str = ""
    exact: bool = False


@cache
def _vocabulary() -> tuple[tuple[Rule, ...], frozenset[str], frozenset[str]]:
    read = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    rules = tuple(
        Rule(
            indicator=rule["indicator"],
            groups=tuple(frozenset(group.split()) for group in rule["groups"]),
            also=frozenset(rule["also"].split()),
            unit=rule.get("unit", ""),
            offered=rule.get("offered", False),
            needs=rule.get("needs", ""),
            doubtful=rule.get("doubtful", False),
        )
        for rule in read["rule"]
    )
    return rules, frozenset(read["neutral"].split()), frozenset(read["strange"].split())


@cache
def words_of(indicator: str) -> frozenset[str]:
    """Give every word that a name of the measure may have in it; without a measure the words that mean nothing."""
    rules, neutral, _ = _vocabulary()
    ours = [rule for rule in rules if rule.indicator == indicator]
    titled = words(indicators()[indicator].title) if indicator else ()
    return neutral.union(titled, *(rule.also.union(*rule.groups) for rule in ours))


@lru_cache(maxsize=20_000)
def name_indicator(text: str) -> Named | None:
    """Find the measure that a heading names.

    Parameters
    ----------
    text
        A heading, a measure's name in a row, a title or the name of a tab; periods in it are set aside.

    Returns
    -------
    Named or None
        Nothing where the text has nothing of any measure.
    """
    if explicit := EXPLICIT.search(plain(text)):
        return Named(explicit[1], sure=True) if explicit[1] in indicators() else None
    if len(text) > 200:
        return None
    rest = AT_END.sub(" ", find_periods(text)[1])
    aggregate = AGGREGATE.match(rest)
    averaged = aggregate is not None and aggregate[1].casefold() == "average"
    given = frozenset(words(AGGREGATE.sub("", rest)))
    rules, neutral, strange = _vocabulary()
    best: Named | None = None
    for rule in rules:
        hits = all(group & given for group in rule.groups) and (not rule.needs or rule.needs in given)
        if not hits:
            continue
        left = (given - neutral - rule.known - all_ages(given)) | (one_age(given) - _other_ages(rule))
        sure = not left and not rule.doubtful and not (averaged and rule.unit in ("count", "either"))
        sure = sure and not _says_another(rule, plain(rest), given)
        named = Named(rule.indicator, sure=sure, decoy=bool(left & strange), offered=rule.offered, unit=rule.unit)
        if named.sure:
            return named
        best = best or named
    return best


def _other_ages(rule: Rule) -> frozenset[str]:
    """Give "0" and "under" where a measure has them in another sense than that of all children: 0 to 14, under two."""
    return frozenset(word for word in rule.known & WHOLE_AGES.keys() if WHOLE_AGES[word] not in rule.known)


def _says_another(rule: Rule, text: str, given: frozenset[str]) -> bool:
    """Tell the number of what is kept as a rate, and all in the year of what is counted on one day."""
    rated = SAID_BY.get(unit_of(rule.indicator))
    numbered = rated and NUMBERED.search(text) and not given & {*rated, "rate"}
    in_year = is_stock(rule.indicator) and "year" not in rule.known and IN_YEAR.search(text)
    return bool(numbered or in_year)


def one_age(spoken: Collection[str]) -> frozenset[str]:
    """Find the half of "0 to 17" or "under 18" that stands without the other: one age is not all children."""
    return frozenset(word for word, other in WHOLE_AGES.items() if word in spoken and other not in spoken)


def all_ages(spoken: Collection[str]) -> frozenset[str]:
    """Give the words "years" and "yrs" where "0 to 17" or "under 18" stands before them."""
    said = {"0", "17"} <= set(spoken) or {"under", "18"} <= set(spoken)
    return frozenset({"years", "yrs"}) if said else frozenset()


def by_id(text: str) -> Named | None:
    """Find the measure of one of the dashboard's own ids, as its downloads have them in a column."""
    return Named(text, sure=True, exact=True) if text in indicators() else None


def is_named(text: str) -> bool:
    """Tell whether a text names a measure beyond doubt."""
    named = name_indicator(text)
    return named is not None and named.sure


@cache
def year_end(indicator: str) -> tuple[int, int]:
    """Find the month and day on which the measure's year ends, as its publisher has it."""
    return _known(indicator).year_end


def is_of_staff(indicator: str) -> bool:
    """Tell whether a measure is of social workers, who are counted by service too."""
    return indicator in indicators() and _known(indicator).topic is Topic.WORKFORCE


def is_stock(indicator: str) -> bool:
    """Tell whether a measure is counted on a day."""
    return _known(indicator).basis is Basis.SNAPSHOT


def is_percent(indicator: str) -> bool:
    """Tell whether a measure is a percentage."""
    return _known(indicator).unit is Unit.PER_CENT


def is_count(indicator: str) -> bool:
    """Tell whether a measure is a number of whole things."""
    return _known(indicator).unit in (Unit.NUMBER, Unit.PEOPLE)


def limits(indicator: str) -> tuple[float, float]:
    """Give the least and the most that a figure can be, by what has been published of the measure."""
    most = _known(indicator).most
    return 0.0, float(most if is_percent(indicator) else most * BEYOND)


def title(indicator: str) -> str:
    """Give the measure's title as the dashboard shows it."""
    return _known(indicator).title


def _known(indicator: str) -> Indicator:
    return indicators()[indicator]
