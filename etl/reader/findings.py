"""What has been said of a file so far, and what each of its cells was taken for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from etl.reader.account import Account
from etl.reader.model import Issue, Place, Question
from etl.reader.remarks import Asked, Left, Offered, Remark, Remarks

T = TypeVar("T")
LAST_ROW = 500  # beyond any preview: most rows of a large table are never drawn
MOST_ISSUES = 2000  # more than anybody reads, and few enough for a page


@dataclass(slots=True)
class Findings:
    """The one thing that is added to while a file is read; each step returns what it found and what to say of it."""

    issues: dict[tuple[str, str | None, str | None], Issue] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    offers: dict[str, Question] = field(default_factory=dict)
    roles: dict[tuple[str | None, Place], str] = field(default_factory=dict)
    account: Account = field(default_factory=Account)

    def note(self, remarks: Remarks) -> None:
        """Add what is to be said, each thing once."""
        for remark in remarks:
            match remark:
                case Asked(question):
                    self.questions.setdefault(question.id, question)
                case Offered(question):
                    self.offers.setdefault(question.id, question)
                case Left():
                    self.account.leave(remark)
                case Remark():
                    self._say(remark)

    def take(self, found: Iterable[tuple[T | None, Remarks]]) -> Iterator[T]:
        """Pass on what was found, and note what is said of it."""
        for thing, remarks in found:
            self.note(remarks)
            if thing is not None:
                yield thing

    def mark(self, sheet: str | None, place: Place, role: str) -> None:
        """Say what a cell was taken for, unless that is known."""
        if place[0] <= LAST_ROW:
            self.roles.setdefault((sheet, place), role)

    def _say(self, remark: Remark) -> None:
        if remark.issue.severity == "fixed" or len(self.issues) < MOST_ISSUES:
            self.issues.setdefault(remark.key, remark.issue)
        self.roles |= dict.fromkeys(remark.marked, "problem")
