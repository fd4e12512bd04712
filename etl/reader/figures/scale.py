"""Figures in the unit of their measure: percentages in points, numbers within what can be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from etl.reader.cells.numbers import has_decimal_comma
from etl.reader.figures.fact import Fact, Figure
from etl.reader.figures.points import in_points
from etl.reader.figures.unit import AS_RATES, said_to_be_numbers, unit_settled
from etl.reader.remarks import LONGEST_SHOWN, Asked, Left, Remark, Remarks, fixed, problem
from etl.reader.words.indicators import is_count, is_percent, limits, title
from etl.reader.words.units import unit_of

REASONS = {
    "FORMULA_ERROR": "is an error of a formula, not a figure. Correct the formula.",
    "FORMULA_NO_VALUE": "is a formula without a stored result. Open and save the file in a spreadsheet program.",
    "CORRUPT": "is where the file breaks off, so the figure may be cut short. Upload the file again.",
}
RATES = dict.fromkeys(AS_RATES, "rate")
Settled = tuple[Figure | None, Remarks]


def in_unit(facts: Iterable[Fact], answers: Mapping[str, str]) -> Iterator[Settled]:
    """Turn the values of all facts into figures in the unit of their measure, or say why that cannot be.

    Yields
    ------
    tuple of (Figure or None, Remarks)
        The figures of one table and measure after each other.
    """
    groups: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.table, fact.indicator].append(fact)
    for each in groups.values():
        group, remarks = unit_settled(each, answers)
        yield None, remarks
        yield from (_accounted(fact, _settled(fact, group, answers)) for fact in group)


def _accounted(fact: Fact, settled: Settled) -> Settled:
    """Count a figure that is not taken, by whether an answer may bring it back."""
    figure, remarks = settled
    if figure:
        return settled
    if any(isinstance(remark, Left) for remark in remarks):
        return settled
    kind = "waiting" if fact.open_unit or any(isinstance(remark, Asked) for remark in remarks) else "value"
    return None, (*remarks, Left(kind, fact.sheet, fact.place, fact.shown, fact.line))


def _settled(fact: Fact, group: Sequence[Fact], answers: Mapping[str, str]) -> Settled:
    value = fact.value
    if fact.open_unit and said_to_be_numbers(fact, answers):
        return None, (Left("beside", fact.sheet, fact.place, fact.shown, fact.line),)
    if fact.open_unit:
        kind = RATES.get(unit_of(fact.indicator), "percentage")
        return None, (_problem(fact, "AMBIGUOUS_SCALE", f"may be a number or a {kind}."),)
    if value.problem:
        return _without_figure(fact)
    repaired = (_repaired(fact),) if value.fixed else ()
    if value.number is None:
        return Figure(fact, None), repaired
    if is_percent(fact.indicator):
        number, doubts = in_points(fact, group, answers)
        settled, remarks = _in_range(fact, number) if number is not None else (None, doubts)
    elif value.percent:
        what = f"is shown as a percentage, but {title(fact.indicator)} is not one. Correct the format."
        settled, remarks = None, (_problem(fact, "AMBIGUOUS_SCALE", what),)
    else:
        settled, remarks = _in_range(fact, value.number)
    return settled, (*repaired, *remarks)


def _problem(fact: Fact, code: str, what: str) -> Remark:
    return problem(code, "must", f"“{fact.shown[:LONGEST_SHOWN]}” {what}", fact.sheet, fact.place)


def _repaired(fact: Fact) -> Remark:
    value = fact.value
    message = (
        f"“{fact.shown[:LONGEST_SHOWN]}” was read as {value.number:.10g} ({value.fixed}), and its column likewise."
    )
    return fixed(message, fact.sheet, fact.place, kind=value.fixed)


def _without_figure(fact: Fact) -> Settled:
    """Report a cell without a figure; an error is kept as such, the rest is not."""
    code = fact.value.problem
    reason = REASONS[code] if code in REASONS else f"is not a number. {_hint(fact)}, or a marker such as c or x."
    return Figure(fact, None) if code == "FORMULA_ERROR" else None, (_problem(fact, code, reason),)


def _hint(fact: Fact) -> str:
    return f"Use {fact.shown.replace(',', '.')[:20]}" if has_decimal_comma(fact.shown) else "Use digits such as 12.4"


def _in_range(fact: Fact, number: float) -> Settled:
    least, most = limits(fact.indicator)
    whole = not is_count(fact.indicator) or number == int(number)
    if least <= number <= most and whole:
        return Figure(fact, number), ()
    wanted = f"between {least:g} and {most:,.0f}" if whole else "a whole number"
    return None, (_problem(fact, "OUT_OF_RANGE", f"cannot be: {title(fact.indicator)} is {wanted}. Check the figure."),)
