"""Which authority a figure is of: its row or column, the sub-heading, the titles, the tab, the name of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from etl.reader.authorities import Authority, authorities, fitted
from etl.reader.context import Around, find_one
from etl.reader.findings import Findings
from etl.reader.headings import Column
from etl.reader.model import Place, Question
from etl.reader.period_kinds import Period
from etl.reader.places import a1
from etl.reader.rows import Row
from etl.reader.text import plain

if TYPE_CHECKING:
    from etl.reader.facts import Scene


@dataclass(frozen=True, slots=True)
class Placed:
    """The authority of a figure, or nothing while it has to be asked for."""

    authority: Authority | None

    def at(self, end: date) -> Authority:
        """Give the authority as it was at a time."""
        if self.authority is None:
            raise ValueError("no authority")
        return fitted(self.authority, end)


def placed(scene: Scene, row: Row, column: Column, section: Around | None, findings: Findings) -> Placed | None:
    """Find the authority of a figure; nothing where the row or column is of no authority."""
    if row.place_at:
        return _by_row(scene, row, findings)
    if column.authority:
        return Placed(column.authority)
    if section and section.authorities:
        return Placed(section.authorities[0]) if len(section.authorities) == 1 else None
    if any(other.role in ("authority", "code") for other in scene.columns):
        return None
    return _by_context(scene, findings)


def _by_row(scene: Scene, row: Row, findings: Findings) -> Placed | None:
    sheet, at, text = scene.sheet, row.place_at, row.place_text[:60]
    chosen = findings.answers.get(f"authority:{sheet}:{plain(row.place_text)}")
    if chosen in authorities():
        return Placed(authorities()[chosen])
    if row.clash:
        message = f"“{text}” and the code beside it are of different authorities. Correct one of them."
        findings.issue("AMBIGUOUS_AUTHORITY", "must", message, sheet, at)
    elif row.place.authority and not _is_sub_area(scene, row.place.authority):
        return Placed(row.place.authority)
    elif row.place.authority:
        message = f"“{text}” stands among parts of another authority, and was not taken for the council of that name."
        findings.issue("AMBIGUOUS_AUTHORITY", "must", message, sheet, at)
    elif row.place.candidates:
        _ask_which(scene, row, findings)
    elif row.place.foreign:
        message = f"“{text}” is not in England. Only English authorities can be compared. Take the row out."
        findings.issue("NOT_ENGLAND", "must", message, sheet, at)
    else:
        message = f"“{text}” is not an authority that is known. Use its official name or its code."
        findings.issue("UNKNOWN_AUTHORITY", "must", message, sheet, at)
        options = tuple((code, authority.name) for code, authority in authorities().items())
        wording = f"Which authority is “{text}”?"
        findings.offer(
            Question(
                f"authority:{sheet}:{plain(row.place_text)}", "authority", wording, (*options, ("none", "None")), sheet
            )
        )
    return None


def _is_sub_area(scene: Scene, authority: Authority) -> bool:
    """Tell a district or team from the council of the same name, in a table about one authority."""
    if not scene.sub_areas:
        return False
    whole, _, _ = find_one(scene.around)
    return whole is not None and whole.dfe_code != authority.dfe_code


def _ask_which(scene: Scene, row: Row, findings: Findings) -> None:
    sheet, text = scene.sheet, row.place_text[:60]
    names = " or ".join(authority.name for authority in row.place.candidates)
    message = f"“{text}” may mean {names}, or another place. Use the full name or the code."
    findings.issue("AMBIGUOUS_AUTHORITY", "must", message, sheet, row.place_at)
    options = tuple((authority.dfe_code, authority.name) for authority in row.place.candidates)
    findings.ask(
        Question(
            f"authority:{sheet}:{plain(row.place_text)}", "authority", f"Which authority is “{text}”?",
            (*options, ("none", "None of these")), sheet, a1(row.place_at) if row.place_at else None,
        )
    )  # fmt: skip


def _by_context(scene: Scene, findings: Findings) -> Placed | None:
    sheet = scene.sheet
    if (chosen := findings.answers.get(f"authority:{sheet}")) in authorities():
        return Placed(authorities()[chosen])
    authority, candidates, around = find_one(scene.around)
    if authority:
        if around and around.origin == "file":
            findings.fixed(f"The authority, {authority.name}, was read from the name of the file.", sheet)
        return Placed(authority)
    if not candidates and any("summary" in text.hints for level in scene.around for text in level):
        return None
    options = tuple((found.dfe_code, found.name) for found in candidates or authorities().values())
    first = scene.table.rows[0]
    where = (around.place if around else None) or (first, min(scene.table.grid.rows[first]))
    if candidates and around:
        message = f"“{around.text[:60]}” may mean {' or '.join(found.name for found in candidates)}."
        findings.issue("AMBIGUOUS_AUTHORITY", "must", message, sheet, where)
    else:
        findings.issue("NO_AUTHORITY", "must", "Nothing says which authority these figures are of.", sheet, where)
    findings.ask(
        Question(f"authority:{sheet}", "authority", "Which authority are these figures of?", options, sheet, a1(where))
    )
    return Placed(None)


def is_over(authority: Authority, period: Period, sheet: str | None, place: Place, findings: Findings) -> bool:
    """Report a figure of an authority for a time when it had ended; its successors are not the same area."""
    current = fitted(authority, period.end)
    if current.closed is None or period.start <= current.closed:
        return False
    message = (
        f"{current.name} ended on {current.closed:%d/%m/%Y}, before this period. Name the authority that followed."
    )
    findings.issue("AMBIGUOUS_AUTHORITY", "must", message, sheet, place)
    return True
