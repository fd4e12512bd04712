"""What became of every figure: counted under its heading, and where it was left out by why."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from etl.reader.cells.names import a1, letters
from etl.reader.model import Place
from etl.reader.remarks import Left
from etl.reader.understood import Evidence, Example, HeadedFigures, LeftOut

REASONS = Path(__file__).parent / "left_out.toml"
MOST_LINES, MOST_EVIDENCE, MOST_PERIODS, MOST_EXAMPLES = 300, 40, 60, 5  # what a person can look through
LONGEST_HEADING = 200  # letters


@dataclass(slots=True)
class Line:
    """One run of figures, while it is counted."""

    number: int
    direction: str
    sheet: str | None
    heading: str
    first: Place
    last: Place
    indicator: str = ""
    why: str = ""
    figures: int = 0
    read: int = 0
    seen: set[int] = field(default_factory=set)
    periods: dict[tuple[str, str, str], None] = field(default_factory=dict)
    unexplained: dict[str, None] = field(default_factory=dict)
    questions: dict[str, None] = field(default_factory=dict)
    evidence: dict[tuple[str, str, int], tuple[Evidence, Place | None]] = field(default_factory=dict)

    def say(self, evidence: Evidence, place: Place | None, *, each: bool) -> None:
        """Keep what a text says, once; `each`: every row has its own, in the same column."""
        key = (evidence.says, "" if each else evidence.text, place[1] if place else 0)
        if len(self.evidence) < MOST_EVIDENCE:
            self.evidence.setdefault(key, (evidence, place if each else None))

    def done(self) -> HeadedFigures:
        """Give what was counted."""
        why = self.why if self.read < self.figures else ""
        waits = "waiting" if self.questions else "left_out"
        return HeadedFigures(
            direction=self.direction,
            sheet=self.sheet,
            column=letters(self.first[1]),
            first=a1(self.first),
            last=a1(self.last),
            heading=self.heading[:LONGEST_HEADING],
            indicator=self.indicator or None,
            periods=tuple(self.periods)[:MOST_PERIODS],
            figures=self.figures,
            read=self.read,
            outcome="read" if self.read else waits,
            why=why,
            unexplained=tuple(self.unexplained),
            questions=tuple(self.questions),
            evidence=tuple(self._to_its_end(*each) for each in self.evidence.values()),
        )

    def _to_its_end(self, evidence: Evidence, place: Place | None) -> Evidence:
        """Say to which row what stands in each row goes on."""
        if place is None or place[0] == self.last[0]:
            return evidence
        last = a1((self.last[0], place[1]))
        return Evidence(evidence.says, evidence.text, evidence.origin, evidence.sheet, evidence.cell, last)


@dataclass(slots=True)
class Account:
    """The runs of figures of a file, and how many figures were left out for each reason."""

    lines: list[Line] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[Example]] = field(default_factory=dict)

    def leave(self, left: Left) -> None:
        """Count a figure that was left out."""
        self.counts[left.kind] = self.counts.get(left.kind, 0) + 1
        shown = self.examples.setdefault(left.kind, [])
        if len(shown) < MOST_EXAMPLES and all(left.heading != other.heading for other in shown):
            shown.append(Example(left.sheet, a1(left.place), left.heading[:LONGEST_HEADING]))
        if left.line >= 0:
            line = self.lines[left.line]
            line.read -= 1
            line.why = line.why or reason(left.kind)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Give what was left out, in the order in which it is told."""
        return tuple(
            LeftOut(kind, text, self.counts[kind], tuple(self.examples[kind]))
            for kind, text in _reasons().items()
            if kind in self.counts
        )

    def headings(self) -> tuple[HeadedFigures, ...]:
        """Give the runs of figures; of very many those that were read or wait first, in the order of the file."""
        lines: Sequence[Line] = self.lines
        if len(lines) > MOST_LINES:
            wanted = [line for line in lines if line.read or line.questions]
            others = [line for line in lines if not (line.read or line.questions)]
            lines = sorted([*wanted, *others][:MOST_LINES], key=lambda line: line.number)
        return tuple(line.done() for line in lines)


def reason(kind: str) -> str:
    """Say why figures were left out."""
    return _reasons()[kind]


@cache
def _reasons() -> dict[str, str]:
    return tomllib.loads(REASONS.read_text(encoding="utf-8"))
