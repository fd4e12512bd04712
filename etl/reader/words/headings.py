"""What a heading says of its column: its role, a measure, a period, an authority, or that it is left out."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from etl.reader.cells.text import words
from etl.reader.model import Cell, Kind
from etl.reader.periods.cells import year_of
from etl.reader.periods.parse import find_periods, parse_period
from etl.reader.periods.parts import Part, date_part, month_part
from etl.reader.words.authorities import Authority, find_authority
from etl.reader.words.indicators import Named, name_indicator

WORDS = Path(__file__).parent / "headings.toml"
KEYS = ("authority", "code", "period", "measure", "level", "identifier", "unit")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one cell of a header says; nothing at all if every field is empty."""

    role: str = ""
    named: Named | None = None
    parts: tuple[Part, ...] = ()
    authority: Authority | None = None
    summary: bool = False

    @property
    def known(self) -> bool:
        """Whether it says anything."""
        return bool(self.role or self.parts or self.authority or self.summary or (self.named and self.named.sure))


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for role, listed in read["roles"].items():
        for name in listed.split("|"):
            found[name] = (*found.get(name, ()), role)
    return found


@cache
def vocabulary(section: str) -> frozenset[str]:
    """Read one list of words of words/headings.toml."""
    listed = tomllib.loads(WORDS.read_text(encoding="utf-8"))[section]["words"]
    return frozenset(listed.split("|") if "|" in listed else listed.split())


def read_heading(cell: Cell | None) -> Heading:
    """Read one cell of a header."""
    if cell is None:
        return Heading()
    if cell.day is not None:
        return Heading(parts=(month_part(cell.day.year, cell.day.month) if cell.month else date_part(cell.day),))
    if cell.kind is Kind.NUMBER:
        year = year_of(cell)
        return Heading(parts=(year,)) if year else Heading()
    return read_heading_text(cell.text)


@lru_cache(maxsize=20_000)
def read_heading_text(text: str) -> Heading:
    """Read a text of a header."""
    if part := parse_period(text):
        return Heading(role="period" if part.form == "day" else "", parts=(part,))
    role = role_of(text)
    named = name_indicator(text)
    if named and named.sure and not role:
        return Heading(named=named, parts=find_periods(text)[0])
    if role:
        return Heading(role=role)
    answer = find_authority(text)
    if answer.authority:
        return Heading(authority=answer.authority)
    parts, rest = find_periods(text)
    if parts and rest.strip(" -:,()"):
        inner = read_heading_text(rest.strip(" -:,()"))
        return Heading(inner.role, inner.named or named, (*parts, *inner.parts), inner.authority, inner.summary)
    if parts:
        return Heading(parts=parts)
    if answer.summary or frozenset(words(text)) & vocabulary("leave_out"):
        return Heading(role="ignored", named=named, summary=answer.summary)
    return Heading(named=named)


@lru_cache(maxsize=20_000)
def role_of(text: str) -> str:
    """Find the role of a heading; of several the first in the order of the file."""
    spoken = " ".join(words(re.sub(r"\((?:text|number|date|numeric)\)", "", text)))
    roles = _roles().get(spoken, ())
    return roles[0] if roles else ""
