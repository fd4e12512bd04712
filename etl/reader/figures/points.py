"""Percentages in points, decided cell by cell; what stays doubtful is asked, never assumed."""

from collections.abc import Mapping, Sequence

from etl.reader.cells.names import a1
from etl.reader.figures.fact import Fact
from etl.reader.model import Question
from etl.reader.remarks import LONGEST_SHOWN, Asked, Remarks, problem
from etl.reader.words.indicators import title

PUBLISHED_DECIMALS = 1  # of a percentage in the Department's tables
HUNDRED_PERCENT = 1.0000001  # as a fraction, a rounding of the spreadsheet program left to it
Points = tuple[float | None, Remarks]


def in_points(fact: Fact, group: Sequence[Fact], answers: Mapping[str, str]) -> Points:
    """Give a percentage in points, or ask; `group` are the figures of its table and measure."""
    number, value = fact.value.number or 0.0, fact.value
    if value.fraction:
        return (_hundredfold(number), ()) if number <= HUNDRED_PERCENT else _more_than_all(fact, number, answers)
    if value.percent or fact.in_points or number == 0 or abs(number) > 1:
        return number, ()
    if answer := answers.get(_key(fact)):
        return (_hundredfold(number) if answer == "fraction" else number), ()
    return (number, ()) if _plainly_points(fact, group) else (None, _doubtful(fact, number))


def _hundredfold(number: float) -> float:
    return round(number * 100, 10)


def _more_than_all(fact: Fact, number: float, answers: Mapping[str, str]) -> Points:
    """Ask whether 17.4 in a cell with the format of a percentage, shown as 1740%, is meant as 17.4%."""
    if answers.get(_key(fact)) == "points":
        return number, ()
    question = (
        f"{title(fact.indicator)}: does {fact.shown[:20]} in {a1(fact.place)} mean {number:g}%? (All like it alike.)"
    )
    options = (("points", f"{number:g}%"), ("fraction", "It is wrong"))
    return None, _ask(fact, "has the format of a percentage, but would be more than 100%", question, options)


def _doubtful(fact: Fact, number: float) -> Remarks:
    said = f"{number:g}% or {number * 100:g}%"
    question = f"{title(fact.indicator)}: does {fact.shown[:20]} in {a1(fact.place)} mean {said}? (All like it alike.)"
    options = (("points", f"{number:g}%"), ("fraction", f"{number * 100:g}%"))
    return _ask(fact, f"may be {said}", question, options)


def _ask(fact: Fact, why: str, wording: str, options: tuple[tuple[str, str], ...]) -> Remarks:
    message = f"“{fact.shown[:LONGEST_SHOWN]}” {why}. Write it as 17.4% or as 17.4."
    question = Question(_key(fact), "scale", wording, options, fact.sheet, a1(fact.place))
    return problem("AMBIGUOUS_SCALE", "must", message, fact.sheet, fact.place), Asked(question)


def _key(fact: Fact) -> str:
    """Give the key of one question for all such figures of a measure on a sheet."""
    kind = "over" if fact.value.fraction else "scale"
    return f"{kind}:{fact.sheet}:{fact.indicator}"


def _plainly_points(fact: Fact, group: Sequence[Fact]) -> bool:
    """Tell a small percentage by its neighbours: they are over 1 and written with as many decimals."""
    bare = [other.value for other in group if other.value.number is not None and not other.value.percent]
    over = [value for value in bare if abs(value.number or 0.0) > 1]
    if over:
        return fact.value.decimals <= max(PUBLISHED_DECIMALS, max(value.decimals for value in over))
    if any(other.value.fraction for other in group):
        return False
    return fact.says_percent and max(value.decimals for value in bare) <= PUBLISHED_DECIMALS
