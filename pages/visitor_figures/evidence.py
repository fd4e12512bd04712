"""Why the figures under each heading were taken for what they were, and what was left out: rows for people."""

from collections.abc import Sequence, Set

from data.catalogue import indicators
from pages.charts.words import number_of
from pages.reader import Evidence, Example, HeadedFigures, LeftOut, Reading
from pages.visitor_figures.periods import periods

MOST_HEADINGS = 60  # shown: five years of months; the rest are counted
MOST_TEXTS = 2  # of one kind that are quoted; a label over forty months has forty headings
SAYS = {
    "measure": "Its measure is said by",
    "population": "Its population by",
    "period": "Its period by",
    "unit": "Its unit by",
    "authority": "Its authority by",
}
ORIGINS = {"tab": "the tab", "file": "the name of the file", "answer": "your answer"}
Cells = dict[str, object]


def headings(reading: Reading) -> list[Cells]:
    """Write what each heading was read as, and which cells say so: one row a heading, sixty at most."""
    several = len({headed.sheet for headed in reading.headings}) > 1
    asked = {question.id for question in reading.questions}
    rows = [_heading(headed, asked, several=several) for headed in reading.headings[:MOST_HEADINGS]]
    kept = [name for name in dict.fromkeys(name for row in rows for name in row) if any(row.get(name) for row in rows)]
    return [{name: row.get(name, "") for name in kept} for row in rows]


def beyond(reading: Reading) -> str:
    """Say how many headings there are beyond those that are shown; nothing where all are."""
    number = len(reading.headings)
    return f"The first {MOST_HEADINGS} of {number:,} headings are shown." if number > MOST_HEADINGS else ""


def _heading(headed: HeadedFigures, asked: Set[str], *, several: bool) -> Cells:
    return {
        "Your heading": headed.heading or "none",
        "Where": where(headed, several=several),
        "Read as": _taken_for(headed, asked),
        "Periods": periods(headed.periods) if headed.outcome == "read" else "",
        **{column: _said(headed, says) for says, column in SAYS.items()},
        "Why not": headed.why if headed.read < headed.figures else "",
    }


def where(headed: HeadedFigures, *, several: bool) -> str:
    """Write where figures stand: the first and the last cell, with the sheet where there are several."""
    cells = headed.first if headed.first == headed.last else f"{headed.first} to {headed.last}"
    return f"{headed.sheet}: {cells}" if several and headed.sheet else cells


def _taken_for(headed: HeadedFigures, asked: Set[str]) -> str:
    number = number_of(headed.figures, "figure")
    if headed.outcome == "left_out":
        return f"left out: {number}"
    if headed.outcome == "waiting":
        waits = asked & set(headed.questions)
        return f"{'waits for your answer' if waits else 'not read, unless you say what it is'}: {number}"
    title = indicators()[headed.indicator].title if headed.indicator else "read"
    of = f"{headed.read} of {number}" if headed.read < headed.figures else number
    return f"{title}: {of}"


def _said(headed: HeadedFigures, says: str) -> str:
    """Quote the texts that say one thing of figures, each with its cell."""
    every = [_quoted(each, headed) for each in headed.evidence if each.says == says]
    more = f" and {len(every) - MOST_TEXTS} more" if len(every) > MOST_TEXTS else ""
    return "; ".join(every[:MOST_TEXTS]) + more


def _quoted(evidence: Evidence, headed: HeadedFigures) -> str:
    if evidence.cell is None:
        return f"“{evidence.text}”, {ORIGINS.get(evidence.origin, evidence.origin)}"
    elsewhere = f"{evidence.sheet}: " if evidence.sheet != headed.sheet and evidence.sheet else ""
    if evidence.last and evidence.last != evidence.cell:
        return f"{elsewhere}{evidence.cell} to {evidence.last}, the first “{evidence.text}”"
    if evidence.origin == "heading" and evidence.text == headed.heading:
        return f"the heading, {elsewhere}{evidence.cell}"
    form = "the format, " if evidence.origin == "cell" else ""
    return f"{form}“{evidence.text}” in {elsewhere}{evidence.cell}"


def left_out(reading: Reading) -> list[Cells]:
    """Write what was left out and why: one row a reason, with some of its cells."""
    return [_left_out(each) for each in reading.left_out]


def _left_out(left: LeftOut) -> Cells:
    named = [_example(each) for each in left.examples]
    more = f" and {left.count - len(named)} more" if left.count > len(named) else ""
    return {
        "Left out": number_of(left.count, "figure"),
        "Why": f"{'Figures' if left.count != 1 else 'A figure'} {left.text}",
        "Where": "; ".join(named) + more,
    }


def _example(example: Example) -> str:
    place = f"{example.sheet}: {example.cell}" if example.sheet else example.cell
    return f"{place} (“{example.heading}”)" if example.heading else place


def number_left_out(left: Sequence[LeftOut]) -> int:
    """Count the figures that were left out."""
    return sum(each.count for each in left)
