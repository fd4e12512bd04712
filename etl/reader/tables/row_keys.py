"""What the key cells of a row say of its authority, its measure and its period."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from etl.reader.cells.text import plain
from etl.reader.model import Cell
from etl.reader.periods.cells import part_of
from etl.reader.periods.parse import find_periods
from etl.reader.periods.parts import Part
from etl.reader.tables.column import Column
from etl.reader.tables.content import holds_ids
from etl.reader.tables.row import RowAuthority, RowMeasure, RowPeriods
from etl.reader.words.authorities import UNKNOWN, Answer, Authority, find_authority
from etl.reader.words.authority_names import loose_name
from etl.reader.words.indicators import Named, by_id, name_indicator

OWN_KINDS = ("ytd", "rolling", "other", "span")  # periods that the name of a measure may say beside the row's own
NOTED = re.compile(r"(?<!not )(?<!non-)(?<!non )\b(?:ytd|cumul\w*|rolling|year to date|12 months?)\b", re.I)
LONGEST_REMARK = 40  # letters: a longer one is a commentary, which speaks of other figures too
Cells = Mapping[int, Cell]  # by the number of their column
Dates = Mapping[int, Mapping[Part, Part]]  # what the dates of each period column stand for


def authority_of(number: int, names: Sequence[Column], cells: Cells) -> RowAuthority:
    """Read name and code of the authority together: the code decides, unless the name is another's."""
    named = [(find_authority(cell.text), column, cell.text) for column in names if (cell := cells.get(column.number))]
    if not named:
        return RowAuthority()
    _, column, text = next((each for each in reversed(named) if each[1].role == "authority"), named[0])
    answers = [answer for answer, _, _ in named]
    clash = not _agree([answer.authority for answer in answers if answer.authority])
    if not clash and len(named) > 1:  # two authorities of one name, of which only the code tells which
        answers = [answer for answer, each, _ in named if each.role == "code" and answer.authority] or answers
    return RowAuthority(UNKNOWN if clash else _surest(answers), (number, column.number), text, clash)


def _agree(found: Sequence[Authority]) -> bool:
    """Tell whether all are one authority, or one and that of the same name before or after it."""
    return len({each.dfe_code for each in found}) < 2 or len({_bare_name(each) for each in found}) == 1


def _bare_name(authority: Authority) -> str:
    return loose_name(re.sub(r"\(.*?\)", "", authority.name).strip())


def _surest(answers: Sequence[Answer]) -> Answer:
    """Take what is sure, else a summary row or a place elsewhere, else what may be several."""
    if len(answers) == 1:
        return answers[0]
    named = [answer for answer in answers if answer != UNKNOWN]
    sure = next((answer for answer in named if answer.authority), None)
    other = next((answer for answer in named if answer.summary or answer.foreign), None)
    return sure or other or (named or [UNKNOWN])[0]


def measure_of(number: int, measures: Sequence[Column], cells: Cells) -> RowMeasure:
    """Read the measure of a row: the first cell that says one, unless a later one is sure and it is not."""
    found = RowMeasure()
    for column in measures:
        if cell := cells.get(column.number):
            named = by_id(cell.text) if holds_ids(column) else name_indicator(cell.text)
            if not found.text or (_is_sure(named) and not _is_sure(found.named)):
                found = RowMeasure(named, cell.text, (number, column.number))
    return found


def _is_sure(named: Named | None) -> bool:
    return named is not None and named.sure


def periods_of(dated: Sequence[Column], cells: Cells, dates: Dates, measure: str) -> RowPeriods:
    """Read the periods of a row; those in the name of its measure count where it has no others."""
    parts: list[Part] = []
    undated = summed = False
    for column in dated:
        if cell := cells.get(column.number):
            parts += [part for part in column.parts if part.form == "day"]
            if part := part_of(cell, heading_of(column)):
                parts.append(dates.get(column.number, {}).get(part, part))
            elif find_authority(cell.text).summary:
                summed = True
            else:
                undated = True
    said = find_periods(measure)[0]
    beside = (part for part in said if not parts or part.form in OWN_KINDS)
    return RowPeriods((*parts, *beside), said, undated, summed)


def noted_in(columns: Sequence[Column], cells: Cells) -> tuple[Part, ...]:
    """Find what a short remark beside figures says of their kind of period: "Cumulative", "Rolling 12 months"."""
    texts = (cell.text for column in columns if (cell := cells.get(column.number)))
    return tuple(part for text in texts for part in _noted(text))


@lru_cache(maxsize=100_000)
def _noted(text: str) -> tuple[Part, ...]:
    if len(text) > LONGEST_REMARK or not NOTED.search(text):
        return ()
    return tuple(part for part in find_periods(text)[0] if part.form in ("ytd", "rolling"))


def heading_of(column: Column) -> str:
    """Give the headings of a column as one folded text."""
    return plain(" ".join(column.texts))
