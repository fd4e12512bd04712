"""Whether "Re-referrals" is a number or a share, "Care applications" one or a rate: by the values, or by asking."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.kinds import Unit
from etl.reader.cells.names import a1
from etl.reader.figures.fact import Fact
from etl.reader.model import Question
from etl.reader.remarks import Asked, Remarks
from etl.reader.words.indicators import title
from etl.reader.words.units import unit_of

EITHER, AS_PERCENT = "rereferrals", "rereferral_rate"
OPTIONS = (("count", "Numbers"), ("percent", "Percentages"))
AS_RATES = {Unit.PER_10_000: "rates per 10,000", Unit.PER_100_000: "rates per 100,000"}
WORDING = "Are the re-referrals numbers or percentages?"
MOST_PERCENT = 100  # a re-referral rate cannot be more


def unit_settled(group: Sequence[Fact], answers: Mapping[str, str]) -> tuple[Sequence[Fact], Remarks]:
    """Decide the unit of all facts of one table and measure; where only the visitor knows, it stays open."""
    first = next((fact for fact in group if fact.open_unit), group[0])
    if not first.open_unit:
        return group, ()
    if first.indicator != EITHER:
        return _of_bare_words(group, first, answers)
    key = _key(first)
    if answers.get(key) == "percent" or (key not in answers and _are_percentages(group)):
        return [replace(fact, indicator=AS_PERCENT, open_unit=False) for fact in group], ()
    if key in answers or any(number > MOST_PERCENT for number in _numbers(group)):
        return [replace(fact, open_unit=False) for fact in group], ()
    question = Question(key, "unit", WORDING, OPTIONS, first.sheet, a1(first.place))
    return [replace(fact, open_unit=True) for fact in group], (Asked(question),)


def _of_bare_words(group: Sequence[Fact], first: Fact, answers: Mapping[str, str]) -> tuple[Sequence[Fact], Remarks]:
    """Decide whether "Vacancy" or "Care applications" alone is the share or rate: a sign says so, or the visitor."""
    bare = [fact for fact in group if fact.open_unit]
    key = _key(first)
    if said_to_be_numbers(first, answers):
        return group, ()
    if answers.get(key) in ("percent", "rate") or any(fact.value.percent for fact in bare):
        return [replace(fact, open_unit=False) for fact in group], ()
    rates = AS_RATES.get(unit_of(first.indicator))
    options = (OPTIONS[0], ("rate", rates.capitalize())) if rates else OPTIONS
    wording = f"Are the figures read as “{title(first.indicator)}” {rates or 'percentages'}, or numbers?"
    question = Question(key, "unit", wording, options, first.sheet, a1(first.place))
    return group, (Asked(question),)


def said_to_be_numbers(fact: Fact, answers: Mapping[str, str]) -> bool:
    """Tell a figure of which the visitor has said that it is a number, where its measure is a share or a rate."""
    return fact.indicator != EITHER and answers.get(_key(fact)) == "count"


def _key(fact: Fact) -> str:
    return f"unit:{fact.sheet}:{fact.indicator}"


def _numbers(group: Sequence[Fact]) -> list[float]:
    return [fact.value.number for fact in group if fact.value.number is not None]


def _are_percentages(group: Sequence[Fact]) -> bool:
    return any(fact.value.percent for fact in group) or any(number != int(number) for number in _numbers(group))
