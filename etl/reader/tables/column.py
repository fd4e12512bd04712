"""One column of a table."""

from dataclasses import dataclass

from etl.reader.model import Place
from etl.reader.periods.parts import Part
from etl.reader.words.authorities import Authority
from etl.reader.words.indicators import Named


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its role and what its headings give to each figure in it.

    `declared`: a heading said its role. `head`: the place of its lowest heading.
    """

    number: int
    role: str
    texts: tuple[str, ...] = ()
    named: Named | None = None
    parts: tuple[Part, ...] = ()
    authority: Authority | None = None
    head: Place = (0, 0)
    declared: bool = False
