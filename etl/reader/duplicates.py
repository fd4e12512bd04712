"""The same fact in several cells: taken once if all agree, not at all if they differ."""

from collections import defaultdict
from collections.abc import Iterable

from etl.reader.findings import Fact, Findings
from etl.reader.model import Record
from etl.reader.places import a1

TOLERANCE = 0.0005


def unique_records(facts: Iterable[Fact], findings: Findings) -> list[Record]:
    """Make records of facts, one for each authority, measure and period."""
    found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[_key(fact)].append(fact)
    records = []
    for same in found.values():
        first = same[0]
        other = next((fact for fact in same[1:] if not _agree(first, fact)), None)
        if other is None:
            records.append(_record(first))
            if len(same) > 1:
                findings.fixed(
                    f"The same figure stands again in {_where(same[1])}; it was taken once.",
                    first.sheet,
                    first.place,
                    kind="again",
                )
        else:
            _conflict(first, other, findings)
    return records


def _key(fact: Fact) -> tuple[str, ...]:
    kind = "year" if fact.period.kind == "snapshot" else fact.period.kind
    return fact.authority.dfe_code, fact.indicator, kind, fact.period.end.isoformat()


def _agree(one: Fact, other: Fact) -> bool:
    if one.number is None or other.number is None:
        return one.number is other.number and one.value.marker == other.value.marker
    return abs(one.number - other.number) <= TOLERANCE


def _conflict(one: Fact, other: Fact, findings: Findings) -> None:
    message = (
        f"{one.authority.name} has “{one.shown[:30]}” here and “{other.shown[:30]}” in {_where(other)} for the same "
        "measure and period. Neither was taken. Correct or remove one."
    )
    findings.issue("CONFLICT", "must", message, one.sheet, one.place, other.place)
    findings.roles[other.sheet, other.place] = "problem"


def _where(fact: Fact) -> str:
    return f"{fact.sheet}!{a1(fact.place)}" if fact.sheet else a1(fact.place)


def _record(fact: Fact) -> Record:
    marker = fact.value.marker
    return Record(
        authority_code=fact.authority.area_code,
        dfe_code=fact.authority.dfe_code,
        authority_name=fact.authority.name,
        indicator=fact.indicator,
        period_type=fact.period.kind,
        period_start=fact.period.start.isoformat(),
        period_end=fact.period.end.isoformat(),
        value=None if marker else fact.number,
        status=marker.status if marker else "value",
        marker=marker.kept if marker else None,
        sheet=fact.sheet,
        cell=a1(fact.place),
    )
