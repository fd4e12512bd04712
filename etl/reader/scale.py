"""Percentages in points, decided cell by cell; what stays doubtful is asked, never assumed."""

from collections import defaultdict
from collections.abc import Iterator

from etl.reader.findings import Fact, Findings
from etl.reader.indicators import is_count, is_percent, limits, title
from etl.reader.model import Question
from etl.reader.numbers import has_decimal_comma
from etl.reader.places import a1, letters

PUBLISHED_DECIMALS = 1
REASONS = {
    "FORMULA_ERROR": "is an error of a formula, not a figure. Correct the formula.",
    "FORMULA_NO_VALUE": "is a formula without a stored result. Open and save the file in a spreadsheet program.",
    "CORRUPT": "is where the file breaks off, so the figure may be cut short. Upload the file again.",
}


def settle_values(findings: Findings) -> Iterator[Fact]:
    """Turn the values of all facts into figures in the unit of their measure; report what cannot be."""
    groups: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in findings.facts:
        groups[fact.group].append(fact)
    for group in groups.values():
        _settle_unit(group, findings)
        for fact in group:
            if _settled(fact, group, findings):
                yield fact


def _settle_unit(group: list[Fact], findings: Findings) -> None:
    """Decide whether "Re-referrals" is a number or a percentage, by its values."""
    if not group[0].open_unit:
        return
    sheet = group[0].sheet
    numbers = [fact.value.number for fact in group if fact.value.number is not None]
    key = f"unit:{sheet}:{group[0].indicator}"
    percent = any(fact.value.percent for fact in group) or any(number != int(number) for number in numbers)
    if findings.answers.get(key) == "percent" or (percent and key not in findings.answers):
        for fact in group:
            fact.indicator = "rereferral_rate"
    elif key not in findings.answers and not any(number > 100 for number in numbers):
        options = (("count", "Numbers"), ("percent", "Percentages"))
        findings.ask(
            Question(key, "unit", "Are the re-referrals numbers or percentages?", options, sheet, a1(group[0].place))
        )
        for fact in group:
            fact.open_unit = True
        return
    for fact in group:
        fact.open_unit = False


def _settled(fact: Fact, group: list[Fact], findings: Findings) -> bool:
    value = fact.value
    if fact.open_unit:
        findings.issue(
            "AMBIGUOUS_SCALE", "must", f"“{fact.shown[:30]}” may be a number or a percentage.", fact.sheet, fact.place
        )
        return False
    if value.problem:
        return _problem(fact, findings)
    if value.fixed:
        message = f"“{fact.shown[:30]}” was read as {value.number:.10g} ({value.fixed}), and its column likewise."
        findings.fixed(message, fact.sheet, fact.place, kind=value.fixed)
    if value.number is None:
        return True
    fact.number = value.number
    if is_percent(fact.indicator):
        if not _in_points(fact, group, findings):
            return False
    elif value.percent:
        message = (
            f"“{fact.shown[:30]}” is shown as a percentage, but {title(fact.indicator)} is not one. Correct the format."
        )
        findings.issue("AMBIGUOUS_SCALE", "must", message, fact.sheet, fact.place)
        return False
    return _in_range(fact, findings)


def _problem(fact: Fact, findings: Findings) -> bool:
    """Report a cell without a figure; an error is kept as such, the rest is not."""
    code = fact.value.problem
    if code == "NOT_A_NUMBER":
        hint = (
            f"Use {fact.shown.replace(',', '.')[:20]}" if has_decimal_comma(fact.shown) else "Use digits such as 12.4"
        )
        reason = f"is not a number. {hint}, or a marker such as c or x."
    else:
        reason = REASONS[code]
    findings.issue(code, "must", f"“{fact.shown[:30]}” {reason}", fact.sheet, fact.place)
    return code == "FORMULA_ERROR"


def _in_points(fact: Fact, group: list[Fact], findings: Findings) -> bool:
    number, value = fact.number or 0.0, fact.value
    if value.fraction:
        fact.number = round(number * 100, 10)
        return number <= 1.0000001 or _in_points_all_the_same(fact, number, findings)
    if value.percent or fact.in_points or number == 0 or abs(number) > 1:
        return True
    answer = findings.answers.get(_key(fact))
    if answer:
        fact.number = round(number * 100, 10) if answer == "fraction" else number
        return True
    if _plainly_points(fact, group):
        return True
    _doubt(fact, findings, f"may be {number:g}% or {number * 100:g}%")
    options = (("points", f"{number:g}%"), ("fraction", f"{number * 100:g}%"))
    wording = (
        f"{title(fact.indicator)}: does {fact.shown[:20]} in {a1(fact.place)} mean {number:g}% or {number * 100:g}%?"
    )
    findings.ask(Question(_key(fact), "scale", wording, options, fact.sheet, a1(fact.place)))
    return False


def _in_points_all_the_same(fact: Fact, number: float, findings: Findings) -> bool:
    """Ask whether 17.4 in a cell with the format of a percentage, shown as 1740%, is meant as 17.4%."""
    if findings.answers.get(_key(fact)) == "points":
        fact.number = number
        return True
    _doubt(fact, findings, "has the format of a percentage, but would be more than 100%")
    options = (("points", f"{number:g}%"), ("fraction", "It is wrong"))
    wording = f"{title(fact.indicator)}: does {fact.shown[:20]} in {a1(fact.place)} mean {number:g}%?"
    findings.ask(Question(_key(fact), "scale", wording, options, fact.sheet, a1(fact.place)))
    return False


def _plainly_points(fact: Fact, group: list[Fact]) -> bool:
    """Tell a small percentage by its neighbours: they are over 1 and written with as many decimals."""
    bare = [other.value for other in group if other.value.number is not None and not other.value.percent]
    over = [value for value in bare if abs(value.number or 0.0) > 1]
    if any(value.fraction for value in (other.value for other in group)) and not over:
        return False
    if not over:
        return fact.says_percent and max(value.decimals for value in bare) <= PUBLISHED_DECIMALS
    most = max(PUBLISHED_DECIMALS, max(value.decimals for value in over))
    return fact.value.decimals <= most


def _doubt(fact: Fact, findings: Findings, why: str) -> None:
    message = f"“{fact.shown[:30]}” {why}. Write it as 17.4% or as 17.4."
    findings.issue("AMBIGUOUS_SCALE", "must", message, fact.sheet, fact.place)


def _key(fact: Fact) -> str:
    return f"scale:{fact.sheet}:{letters(fact.place[1])}:{fact.indicator}"


def _in_range(fact: Fact, findings: Findings) -> bool:
    number = fact.number or 0.0
    least, most = limits(fact.indicator)
    whole = not is_count(fact.indicator) or number == int(number)
    if least <= number <= most and whole:
        return True
    wanted = f"between {least:g} and {most:,.0f}" if whole else "a whole number"
    message = f"“{fact.shown[:30]}” cannot be: {title(fact.indicator)} is {wanted}. Check the figure."
    findings.issue("OUT_OF_RANGE", "must", message, fact.sheet, fact.place)
    return False
