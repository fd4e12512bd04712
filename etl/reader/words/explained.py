"""Which words of a heading or title the measure explains, and which say that a figure is of something else."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from etl.reader.cells.looks import lost_day
from etl.reader.cells.text import words
from etl.reader.periods.parse import find_periods, parse_period
from etl.reader.words.authorities import find_authority, is_elsewhere
from etl.reader.words.authority_names import places
from etl.reader.words.headings import role_of, vocabulary
from etl.reader.words.indicators import all_ages, by_id, is_of_staff, name_indicator, one_age, words_of

NOT_OURS = Path(__file__).parent / "not_ours.toml"
JOINED = re.compile(r"\band\b|&|,|/|;|\+", re.I)
BESIDE = re.compile(r"\band\b|&|/|\+", re.I)  # "Duty, workforce report" is of one service
PARTS = re.compile(r"\s[-–—]\s|[:|()]")


@cache
def _listed(section: str, key: str = "phrases") -> tuple[str, ...]:
    """Read one list of not_ours.toml, the longest phrases first."""
    read = tomllib.loads(NOT_OURS.read_text(encoding="utf-8"))[section][key]
    return tuple(sorted(read.split("|"), key=len, reverse=True))


@cache
def _pattern(*sections: str) -> re.Pattern[str]:
    phrases = [re.escape(phrase) for section in sections for phrase in _listed(section)]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


@cache
def _ours() -> frozenset[str]:
    return frozenset(_listed("ours", "words")[0].split()) | vocabulary("title") | vocabulary("topics")


@lru_cache(maxsize=20_000)
def unexplained(text: str, indicator: str = "") -> tuple[str, ...]:
    """Give the words of a heading that neither a measure, a period, an authority nor a way of counting explains.

    Parameters
    ----------
    text
        A heading, the heading of a group, a row's label or a sub-heading.
    indicator
        The measure whose words count as explained; without one only what says nothing of any measure.
    """
    named = by_id(text) or name_indicator(text)
    teams = _of_teams(text, indicator)
    if (_is_key(text) and not teams) or (named and named.sure and named.indicator == indicator):
        return ()
    rest = find_periods(text)[1]
    if not words(rest) or (_is_key(rest.strip(" -:,()")) and not teams):
        return ()
    known = words_of(indicator) | vocabulary("counted") | vocabulary("topics")
    whole = vocabulary("children") if "per10000" in words(rest) else frozenset()
    explained = (known | whole | all_ages(words(rest))) - one_age(words(rest)) - teams
    return tuple(word for word in words(rest) if word not in explained)


def _of_teams(text: str, indicator: str) -> frozenset[str]:
    """Give the words that name a service within children's services, where the measure counts staff."""
    return frozenset(_team(text).split()) if is_of_staff(indicator) else frozenset()


@lru_cache(maxsize=20_000)
def names_team(text: str, indicator: str) -> bool:
    """Tell a text in which nothing but the name of a service within children's services is unexplained."""
    return set(unexplained(text, indicator)) <= _of_teams(text, indicator) and not not_ours(text)


@lru_cache(maxsize=20_000)
def names_service(text: str) -> bool:
    """Tell a text that names a service, within children's services or another."""
    return bool(_team(text)) or is_other_service(text)


def _team(text: str) -> str:
    found = _pattern("teams").search(_plain(text))
    return found[0] if found else ""


def _is_key(text: str) -> bool:
    """Tell a text that is wholly a period, an authority, or the name of a column of figures."""
    role = role_of(text)
    if role in ("value", "period", "unit"):
        return not set(words(text)) & vocabulary("means")
    answer = find_authority(text)
    if text.isdecimal() and lost_day(float(text)):
        return True  # a date that lost its format
    layout = places().beside | vocabulary("neutral") | vocabulary("topics")
    summary = answer.summary and set(words(text)) <= places().summary_words | layout
    return bool(role or parse_period(text) or answer.authority or answer.candidates or summary or is_elsewhere(text))


@lru_cache(maxsize=20_000)
def not_ours(text: str) -> str:
    """Find the word of another service or of a part of the whole in a text; nothing where there is none."""
    found = _pattern("services", "parts").search(_plain(text))
    return found[0] if found else ""


@lru_cache(maxsize=20_000)
def part_in(text: str) -> str:
    """Find the word of a part of the whole in a text, whatever the service; nothing where there is none."""
    found = _pattern("parts").search(_plain(text))
    return found[0] if found else ""


@cache
def is_category(heading: str) -> bool:
    """Tell the heading of a column that may group the measures of a report, or say which part a row counts."""
    return " ".join(words(heading)) in _listed("filters", "perhaps")


@lru_cache(maxsize=20_000)
def is_other_service(text: str) -> bool:
    """Tell a text that names another service, whether or not it names ours too."""
    return bool(_pattern("services").search(_plain(text)))


@lru_cache(maxsize=20_000)
def of_another(text: str, indicator: str) -> str:
    """Find the word with which a title says that its figures are not of a measure of this name.

    A title that joins another service to our own ("early help and referrals") speaks of both: nothing is found.
    """
    for part in PARTS.split(text):
        word = _other(part, indicator)
        named = set(word.split()) <= words_of(indicator)
        joined = JOINED if not_ours(part) else BESIDE
        if word and not named and not any(_is_ours(piece, indicator) for piece in joined.split(part)):
            return word
    return ""


def _other(text: str, indicator: str) -> str:
    """Find the word of another service, or of a service within ours where the measure counts staff."""
    return not_ours(text) or (_team(text) if is_of_staff(indicator) else "")


def _is_ours(piece: str, indicator: str) -> bool:
    spoken = set(words(find_periods(piece)[1]))
    own = spoken & (words_of(indicator) | _ours())
    return (
        not _other(piece, indicator) and bool(own - vocabulary("neutral")) and spoken <= words_of(indicator) | _ours()
    )


def _plain(text: str) -> str:
    spoken = " ".join(words(text))
    return _pattern("layout").sub(" ", _pattern("names").sub(" ", spoken))


@cache
def is_filter(heading: str) -> bool:
    """Tell the heading of a column that says which part of the whole a row counts."""
    return " ".join(words(heading)) in _listed("filters", "headings")


@cache
def is_age(heading: str) -> bool:
    """Tell the heading of a column of ages, whose figures are parts too."""
    return bool({"age", "ages"} & set(words(heading)))


@cache
def is_part_of_area(heading: str) -> bool:
    """Tell the heading of a column of teams, wards or localities."""
    return " ".join(words(heading)) in _listed("areas", "headings")


@lru_cache(maxsize=20_000)
def is_whole(text: str) -> bool:
    """Tell the word of a filter for all of them."""
    return " ".join(words(text)) in _listed("filters", "whole") or not words(text)


@lru_cache(maxsize=20_000)
def is_total_of(text: str) -> bool:
    """Tell "Norfolk total" among the teams of Norfolk."""
    return "total" in words(text) and find_authority(text).authority is not None


@lru_cache(maxsize=20_000)
def without_layout(text: str) -> str:
    """Take what only says how a table is laid out, "by area team", off a title."""
    phrases = "|".join(re.escape(phrase) for phrase in _listed("layout"))
    return re.sub(rf"\b(?:{phrases})s?\b", " ", text, flags=re.I)
