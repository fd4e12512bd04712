"""What is collected while the tables of a file are read: figures, problems, questions, and the role of each cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from etl.reader.authorities import Authority
from etl.reader.markers import Marker
from etl.reader.model import Issue, Place, Question
from etl.reader.numbers import Value
from etl.reader.period_kinds import Period
from etl.reader.places import a1, letters

MOST_ISSUES = 2000


@dataclass(slots=True)
class Fact:
    """One figure before its scale is judged and before it is compared with the others."""

    authority: Authority
    indicator: str
    period: Period
    value: Value
    sheet: str | None
    place: Place
    shown: str
    group: tuple[int, str] = (0, "")
    says_percent: bool = False
    open_unit: bool = False
    in_points: bool = False
    number: float | None = None


@dataclass(slots=True)
class Findings:
    """All that is found; `answers` are the visitor's, by the id of the question."""

    answers: Mapping[str, str]
    legend: dict[str, Marker] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    issues: dict[tuple[str, str | None, str | None], Issue] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    offers: dict[str, Question] = field(default_factory=dict)
    roles: dict[tuple[str | None, Place], str] = field(default_factory=dict)
    wanted: int = 0
    until: date | None = None

    def issue(
        self, code: str, severity: str, message: str, sheet: str | None, place: Place | None, other: Place | None = None
    ) -> None:
        """Add a problem, once per kind and cell."""
        cell = a1(place) if place else None
        where = f"{_where(sheet, cell)}: " if cell else ""
        problem = Issue(code, severity, f"{where}{message}", sheet, cell, a1(other) if other else None)
        if len(self.issues) < MOST_ISSUES:
            self.issues.setdefault((code, sheet, cell), problem)
        if place and severity != "fixed":
            self.roles[sheet, place] = "problem"

    def fixed(self, message: str, sheet: str | None = None, place: Place | None = None, *, kind: str = "") -> None:
        """Say what was put right, once per sheet, column and kind."""
        cell = a1(place) if place else None
        key = (f"FIXED {kind or message}", sheet, letters(place[1]) if place else None)
        where = f"{_where(sheet, cell)}: " if cell else ""
        self.issues.setdefault(key, Issue("FIXED", "fixed", f"{where}{message}", sheet, cell))

    def left_out(self, message: str, sheet: str | None, place: Place) -> None:
        """Say what was seen and not taken, once per cell."""
        key = ("LEFT_OUT", sheet, a1(place))
        self.issues.setdefault(
            key, Issue("LEFT_OUT", "fixed", f"{_where(sheet, a1(place))}: {message}", sheet, a1(place))
        )

    def ask(self, question: Question) -> None:
        """Ask something that only the visitor knows."""
        self.questions.setdefault(question.id, question)

    def offer(self, question: Question) -> None:
        """Offer to read more, if the visitor says so."""
        self.offers.setdefault(question.id, question)


def _where(sheet: str | None, cell: str | None) -> str:
    return f"{sheet}!{cell}" if sheet else cell or ""
