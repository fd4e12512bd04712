"""Joint returns: a figure that stands under one authority and is of two, told by the other's row of signs alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from etl.reader.figures.fact import Fact
from etl.reader.remarks import Left, Remarks, fixed
from etl.reader.words.authority_names import Authority, authorities

NOT_APPLICABLE = "not_applicable"
Key = tuple[int, str, str]  # a table, a measure, an authority


def jointly(facts: Sequence[Fact]) -> Iterator[tuple[Fact | None, Remarks]]:
    """Give each figure to the authorities that it is of.

    Notes
    -----
    The Department's workforce files until 2022 print the one return of Kingston upon Thames and Richmond upon Thames
    (and of the two Northamptonshires) under the first of them, and "z" under the second, or no row in earlier years.
    """
    groups: dict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.authority.dfe_code in _members():
            groups[_key(fact)].append(fact)
    for fact in facts:
        yield _settled(fact) if _is_joint(fact, groups) else (fact, ())


def _key(fact: Fact) -> Key:
    return fact.table, fact.indicator, fact.authority.dfe_code


def _is_joint(fact: Fact, groups: Mapping[Key, Sequence[Fact]]) -> bool:
    """Tell the figures of a member whose partner has in the same table nothing but signs, one beside a figure."""
    table, indicator, code = _key(fact)
    if code not in _members():
        return False
    own, others = groups[_key(fact)], groups.get((table, indicator, _members()[code][0]), [])
    blank, given = (own, others) if _is_blank(fact) else (others, own)
    periods = {each.period for each in given if each.value.number is not None}
    return all(map(_is_blank, blank)) and any(each.period in periods for each in blank)


def _is_blank(fact: Fact) -> bool:
    return fact.value.marker is not None and fact.value.marker.status == NOT_APPLICABLE


def _settled(fact: Fact) -> tuple[Fact | None, Remarks]:
    """Give the joint figure to both, and leave out the sign that stands for it."""
    joint = _members()[fact.authority.dfe_code][1]
    if _is_blank(fact):
        return None, (Left("joint", fact.sheet, fact.place, fact.authority.name, fact.line),)
    message = (
        f"The figures of {fact.authority.name} were read as those of {joint.name}: the other's row has only signs."
    )
    return replace(fact, authority=joint), (fixed(message, fact.sheet, fact.place, kind=joint.dfe_code),)


@cache
def _members() -> dict[str, tuple[str, Authority]]:
    """Read the members of joint returns: code → the other's code, the joint authority."""
    found: dict[str, tuple[str, Authority]] = {}
    for code, joint in authorities().items():
        one, _, other = code.partition(" / ")
        if other:
            found |= {one: (other, joint), other: (one, joint)}
    return found
