"""Months and quarters that may be sums of the year so far: by what is said of them, or by how they rise."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from etl.reader.cells.names import a1
from etl.reader.figures.fact import Fact
from etl.reader.figures.known_table import KnownTable
from etl.reader.model import Question
from etl.reader.periods.kinds import Period
from etl.reader.remarks import Asked, Left, Remarks, problem
from etl.reader.words.indicators import is_count, is_stock, title

SAID = re.compile(r"(?<!not )(?<!non-)(?<!non )\b(?:cumulative|year[\s-]to[\s-]date|ytd|running totals?)\b", re.I)
PARTS = ("month", "quarter")
FEWEST = 3  # two figures rise by chance
STEADY = 0.75  # of the first figure: sums so far grow by about as much in every part of the year
WORDING = "Are these figures of each month or quarter by itself, or of the year so far?"
OPTIONS = (("each", "Of each by itself"), ("so_far", "Of the year so far, from April"))
Settled = tuple[Fact | None, Remarks]


def says_so_far(known: KnownTable) -> bool:
    """Tell a table whose titles or notes speak of sums so far, and in which no heading or label says which they are."""
    parts = [part for column in known.columns for part in column.parts]
    parts += [part for row in known.rows for part in row.periods.parts]
    if any(part.form == "ytd" for part in parts):
        return False
    cells = known.table.grid.rows
    texts = [around.text for around in known.near if around.origin != "file"]
    texts += [cells[row][column].text for row, column in known.table.notes]
    return any(SAID.search(text) for text in texts)


def by_itself(facts: Iterable[Fact], said: Collection[int], answers: Mapping[str, str]) -> Iterator[Settled]:
    """Hold months and quarters back that may be sums of the year so far, until the visitor has said which they are.

    Parameters
    ----------
    facts
        Every figure of the file.
    said
        The numbers of the tables of which `says_so_far` holds.
    answers
        Of the visitor.
    """
    groups: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.table, fact.indicator].append(fact)
    for (table, indicator), group in groups.items():
        doubtful = not is_stock(indicator) and (table in said or any(_rises(year) for year in _years(group)))
        for fact in group:
            yield _settled(fact, answers) if doubtful and fact.period.kind in PARTS else (fact, ())


def _settled(fact: Fact, answers: Mapping[str, str]) -> Settled:
    id = f"running:{fact.sheet}"
    if answers.get(id) == "each":
        return fact, ()
    if answers.get(id) == "so_far":
        return replace(fact, period=Period("ytd", _april(fact.period), fact.period.end)), ()
    message = f"{title(fact.indicator)} may be of this part of the year, or of the year so far."
    question = Question(id, "running", WORDING, OPTIONS, fact.sheet, a1(fact.place))
    said = problem("AMBIGUOUS_PERIOD", "check", message, fact.sheet, fact.place)
    return None, (said, Asked(question), Left("waiting", fact.sheet, fact.place, fact.shown, fact.line))


def _april(period: Period) -> date:
    return date(period.end.year - (period.end.month < 4), 4, 1)


def _years(group: Iterable[Fact]) -> Iterator[Sequence[Fact]]:
    """Give the parts of each financial year of each authority, in order."""
    years: dict[tuple[str, str, date], list[Fact]] = defaultdict(list)
    for fact in group:
        if fact.period.kind in PARTS:
            years[fact.authority.dfe_code, fact.period.kind, _april(fact.period)].append(fact)
    return (sorted(year, key=lambda fact: fact.period.start) for year in years.values())


def _rises(year: Sequence[Fact]) -> bool:
    """Tell numbers that grow from April on, in each part of the year, by about as much as in the first."""
    numbers = [fact.value.number or 0.0 for fact in year]
    if len(year) < FEWEST or not is_count(year[0].indicator) or year[0].period.start != _april(year[0].period):
        return False
    steps = [later - earlier for earlier, later in zip(numbers, numbers[1:], strict=False)]
    return numbers[0] > 0 and all(step >= STEADY * numbers[0] for step in steps)
