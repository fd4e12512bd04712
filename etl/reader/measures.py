"""Which measure a figure is of: its column, its row, the sub-heading, the titles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.catalogue import indicators
from etl.reader.context import Around
from etl.reader.findings import Findings
from etl.reader.headings import Column
from etl.reader.indicators import Named, is_percent, title
from etl.reader.model import Place, Question
from etl.reader.rows import Row
from etl.reader.text import words

if TYPE_CHECKING:
    from etl.reader.facts import Scene

QUIET = {"vacancies_fte", "agency_fte", "agency_cover_rate", "referral_nfa_rate"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, whether a sign of per cent stands with its name, and whether its unit is open."""

    indicator: str
    says_percent: bool = False
    open_unit: bool = False


def measure_of(scene: Scene, row: Row, column: Column, section: Around | None, findings: Findings) -> Measured | None:
    """Find the measure of a figure, or say once per heading that it is not one of ours."""
    named, place, text = _nearest(scene, row, column, section)
    sheet = scene.sheet
    if place and (chosen := findings.answers.get(f"indicator:{sheet}:{place[0]}:{place[1]}")):
        return _measured(Named(chosen, sure=True), text, row) if chosen in indicators() else None
    if named is None or not named.sure or (named.offered and not _accepted(named, findings)):
        if place:
            _report(scene, named, place, text, findings)
        return None
    return _measured(named, text, row)


def _nearest(scene: Scene, row: Row, column: Column, section: Around | None) -> tuple[Named | None, Place | None, str]:
    """Find the text that names the measure; a text that is there and unknown is not passed over."""
    own = " ".join(column.texts)
    if column.named and column.named.sure:
        clash = row.measure and row.measure.sure and row.measure.indicator != column.named.indicator
        return (None, row.measure_at, row.measure_text) if clash else (column.named, column.head, own)
    if row.measure_text:
        return row.measure, row.measure_at, f"{row.measure_text} {own}"
    if column.named or (column.texts and not column.parts and not column.authority and not _is_generic(column)):
        return column.named, column.head, own
    if section and section.named:
        return section.named, section.place, section.text
    only = {
        other.named.indicator: other
        for other in scene.columns
        if other.named and other.named.sure and other.role == "value"
    }
    if len(only) == 1 and column.parts:
        other = next(iter(only.values()))
        return other.named, other.head, " ".join(other.texts)
    for level in scene.around:
        for around in level:
            if around.named:
                return around.named, around.place, f"{around.text} {own}"
    return None, None, own


def _is_generic(column: Column) -> bool:
    from etl.reader.headings import role_of

    return all(role_of(text) in ("value", "period") for text in column.texts)


def _measured(named: Named, text: str, row: Row) -> Measured:
    spoken = set(words(f"{text} {row.unit}"))
    percent = bool(spoken & {"percent", "percentage"}) or "%" in row.unit
    if named.unit == "either":
        counted = bool(spoken & {"count", "number", "no"}) and not percent
        if percent:
            return Measured("rereferral_rate", says_percent=True)
        return Measured(named.indicator, open_unit=not counted)
    return Measured(named.indicator, says_percent=percent and is_percent(named.indicator))


def _accepted(named: Named, findings: Findings) -> bool:
    return findings.answers.get(f"use:{named.indicator}") == "yes"


def _report(scene: Scene, named: Named | None, place: Place, text: str, findings: Findings) -> None:
    sheet = scene.sheet
    cell = scene.table.grid.at(*place)
    label = (cell.text if cell else text)[:60]
    if named and named.sure and named.offered:
        options = (("yes", "Yes, read it"), ("no", "No"))
        wording = f"“{label}” looks like “{title(named.indicator)}”. Shall it be read?"
        findings.offer(Question(f"use:{named.indicator}", "use", wording, options, sheet, _cell(place)))
    if scene.ees or (named and (named.decoy or named.indicator in QUIET)) or "pounds" in words(text):
        findings.left_out(f"“{label}” is not one of the dashboard's measures and was left out.", sheet, place)
        return
    hint = f" It may be “{title(named.indicator)}”: say so, or" if named else " Nothing need be done, or"
    findings.issue(
        "UNKNOWN_INDICATOR",
        "check",
        f"“{label}” is not one of the measures that are read by name.{hint} rename it.",
        sheet,
        place,
    )
    options = tuple((id, indicator.title) for id, indicator in indicators().items())
    findings.offer(
        Question(
            f"indicator:{sheet}:{place[0]}:{place[1]}", "indicator", f"Which measure is “{label}”?",
            (*options, ("none", "None of these")), sheet, _cell(place), named.indicator if named else None,
        )
    )  # fmt: skip


def _cell(place: Place) -> str:
    from etl.reader.places import a1

    return a1(place)
