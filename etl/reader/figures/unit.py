"""Whether "Re-referrals" is a number or a percentage: by the values, or by asking."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.reader.cells.names import a1
from etl.reader.figures.fact import Fact
from etl.reader.model import Question
from etl.reader.remarks import Asked, Remarks
from etl.reader.words.indicators import is_percent, title

AS_PERCENT = "rereferral_rate"
OPTIONS = (("count", "Numbers"), ("percent", "Percentages"))
WORDING = "Are the re-referrals numbers or percentages?"
MOST_PERCENT = 100  # a re-referral rate cannot be more


def unit_settled(group: Sequence[Fact], answers: Mapping[str, str]) -> tuple[Sequence[Fact], Remarks]:
    """Decide the unit of all facts of one table and measure; where only the visitor knows, it stays open."""
    first = next((fact for fact in group if fact.open_unit), group[0])
    if not first.open_unit:
        return group, ()
    if is_percent(first.indicator):
        return _of_bare_words(group, first, answers)
    key = f"unit:{first.sheet}:{first.indicator}"
    if answers.get(key) == "percent" or (key not in answers and _are_percentages(group)):
        return [replace(fact, indicator=AS_PERCENT, open_unit=False) for fact in group], ()
    if key in answers or any(number > MOST_PERCENT for number in _numbers(group)):
        return [replace(fact, open_unit=False) for fact in group], ()
    question = Question(key, "unit", WORDING, OPTIONS, first.sheet, a1(first.place))
    return [replace(fact, open_unit=True) for fact in group], (Asked(question),)


def _of_bare_words(group: Sequence[Fact], first: Fact, answers: Mapping[str, str]) -> tuple[Sequence[Fact], Remarks]:
    """Decide whether "Vacancy", "Agency" or "Sickness" alone is a percentage: a sign of it says so, or the visitor."""
    bare = [fact for fact in group if fact.open_unit]
    key = f"unit:{first.sheet}:{first.indicator}"
    if answers.get(key) == "percent" or any(fact.value.percent for fact in bare):
        return [replace(fact, open_unit=False) for fact in group], ()
    wording = f"Are the figures read as “{title(first.indicator)}” percentages, or numbers?"
    question = Question(key, "unit", wording, OPTIONS, first.sheet, a1(first.place))
    return group, (Asked(question),)


def _numbers(group: Sequence[Fact]) -> list[float]:
    return [fact.value.number for fact in group if fact.value.number is not None]


def _are_percentages(group: Sequence[Fact]) -> bool:
    return any(fact.value.percent for fact in group) or any(number != int(number) for number in _numbers(group))
