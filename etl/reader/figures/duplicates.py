"""The same fact in several cells: taken once if all agree, not at all if they differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from etl.reader.cells.names import a1
from etl.reader.figures.fact import Fact, Figure
from etl.reader.model import Record
from etl.reader.remarks import LONGEST_SHOWN, Left, Remark, Remarks, fixed, problem

TOLERANCE = 0.0005  # half of the last of the three decimals that figures are given with at most


def unique_records(figures: Iterable[Figure]) -> Iterator[tuple[Record | None, Remarks]]:
    """Make records of figures, one for each authority, measure and period, and say what stood more than once."""
    found: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        found[_key(figure.fact)].append(figure)
    for same in found.values():
        yield _one(same)


def _one(same: Sequence[Figure]) -> tuple[Record | None, Remarks]:
    first = same[0]
    other = next((figure for figure in same[1:] if not _agree(first, figure)), None)
    if other:
        left = [Left("conflict", each.sheet, each.place, each.shown, each.line) for each, _ in same]
        return None, (_conflict(first.fact, other.fact), *left)
    if len(same) == 1:
        return _record(first), ()
    message = f"The same figure stands again in {_where(same[1].fact)}; it was taken once."
    return _record(first), (fixed(message, first.fact.sheet, first.fact.place, kind="again"),)


def _key(fact: Fact) -> tuple[str, ...]:
    kind = "year" if fact.period.kind == "snapshot" else fact.period.kind
    return fact.authority.dfe_code, fact.indicator, kind, fact.period.end.isoformat()


def _agree(one: Figure, other: Figure) -> bool:
    if one.number is None or other.number is None:
        return one.number is other.number and one.fact.value.marker == other.fact.value.marker
    return abs(one.number - other.number) <= TOLERANCE


def _conflict(one: Fact, other: Fact) -> Remark:
    here, there = one.shown[:LONGEST_SHOWN], other.shown[:LONGEST_SHOWN]
    message = (
        f"{one.authority.name} has “{here}” here and “{there}” in {_where(other)} for the same measure and period. "
        "Neither was taken. Correct or remove one."
    )
    said = problem("CONFLICT", "must", message, one.sheet, one.place)
    both = (*said.marked, (other.sheet, other.place))
    return replace(said, issue=replace(said.issue, other_cell=a1(other.place)), marked=both)


def _status(fact: Fact) -> str:
    """Give the status of a sign, or of the sign beside a figure, which keeps its value."""
    sign = fact.value.marker or fact.value.mark
    return sign.status if sign else "value"


def _where(fact: Fact) -> str:
    return f"{fact.sheet}!{a1(fact.place)}" if fact.sheet else a1(fact.place)


def _record(figure: Figure) -> Record:
    fact, number = figure
    marker = fact.value.marker
    return Record(
        authority_code=fact.authority.area_code,
        dfe_code=fact.authority.dfe_code,
        authority_name=fact.authority.name,
        indicator=fact.indicator,
        period_type=fact.period.kind,
        period_start=fact.period.start.isoformat(),
        period_end=fact.period.end.isoformat(),
        value=None if marker else number,
        status=_status(fact),
        marker=marker.kept if marker else None,
        sheet=fact.sheet,
        cell=a1(fact.place),
    )
