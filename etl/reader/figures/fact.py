"""One figure with its measure, authority and period, and its number once that is settled."""

from dataclasses import dataclass
from typing import NamedTuple

from etl.reader.cells.numbers import Value
from etl.reader.model import Place
from etl.reader.periods.kinds import Period
from etl.reader.words.authorities import Authority


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one figure before its scale is judged.

    `table`: the number of its table. `says_percent`: a sign of per cent stands with its measure. `open_unit`: it may
    be a number or a percentage. `in_points`: percentages of its table are in points. `line`: the number of the run of
    figures that it belongs to.
    """

    authority: Authority
    indicator: str
    period: Period
    value: Value
    sheet: str | None
    place: Place
    shown: str
    table: int
    says_percent: bool = False
    open_unit: bool = False
    in_points: bool = False
    line: int = -1


class Figure(NamedTuple):
    """A fact with its number in the unit of its measure; a sign has none."""

    fact: Fact
    number: float | None
