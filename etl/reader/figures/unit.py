"""Whether "Re-referrals" is a number or a percentage: by the values, or by asking."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.reader.cells.names import a1
from etl.reader.figures.fact import Fact
from etl.reader.model import Question
from etl.reader.remarks import Asked, Remarks

AS_PERCENT = "rereferral_rate"
OPTIONS = (("count", "Numbers"), ("percent", "Percentages"))
WORDING = "Are the re-referrals numbers or percentages?"
MOST_PERCENT = 100  # a re-referral rate cannot be more


def unit_settled(group: Sequence[Fact], answers: Mapping[str, str]) -> tuple[Sequence[Fact], Remarks]:
    """Decide the unit of all facts of one table and measure; where only the visitor knows, it stays open."""
    first = group[0]
    if not first.open_unit:
        return group, ()
    key = f"unit:{first.sheet}:{first.indicator}"
    if answers.get(key) == "percent" or (key not in answers and _are_percentages(group)):
        return [replace(fact, indicator=AS_PERCENT, open_unit=False) for fact in group], ()
    if key in answers or any(number > MOST_PERCENT for number in _numbers(group)):
        return [replace(fact, open_unit=False) for fact in group], ()
    question = Question(key, "unit", WORDING, OPTIONS, first.sheet, a1(first.place))
    return [replace(fact, open_unit=True) for fact in group], (Asked(question),)


def _numbers(group: Sequence[Fact]) -> list[float]:
    return [fact.value.number for fact in group if fact.value.number is not None]


def _are_percentages(group: Sequence[Fact]) -> bool:
    return any(fact.value.percent for fact in group) or any(number != int(number) for number in _numbers(group))
