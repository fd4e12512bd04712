"""Which measure a figure is of: its column, its row, the sub-heading, the titles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.catalogue import indicators
from etl.reader.context import Around
from etl.reader.findings import Findings
from etl.reader.headings import Column, role_of, vocabulary
from etl.reader.indicators import Named, is_percent, name_indicator, title
from etl.reader.model import Place, Question
from etl.reader.places import a1
from etl.reader.rows import Row
from etl.reader.text import words

if TYPE_CHECKING:
    from etl.reader.facts import Scene

RATES = {"rate", "percent", "percentage", "per10000", "proportion", "average"}
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
    if named and row.unit and (together := name_indicator(f"{text} {row.unit}")) and together.sure:
        named = together
    sheet = scene.sheet
    if place and (chosen := findings.answers.get(f"indicator:{sheet}:{place[0]}:{place[1]}")):
        return _measured(Named(chosen, sure=True), text, row) if chosen in indicators() else None
    if named is None or not named.sure or (named.offered and not _accepted(named, findings)):
        if not text and column.head[0]:
            _ask_measure(scene, column, findings)
        elif place:
            _report(scene, named, place, text, findings)
        return None
    if _is_count_beside(named, column) or _has_its_rate_beside(scene, named, column) or _is_of_another_unit(named, row):
        return None
    return _measured(named, text, row)


def _is_count_beside(named: Named, column: Column) -> bool:
    """Tell the count beside a rate, where only the titles name the measure."""
    spoken = set(words(" ".join(column.texts)))
    return (
        bool(spoken & {"count", "number"})
        and not spoken & RATES
        and not named.unit
        and indicators()[named.indicator].per > 1
    )


def _is_of_another_unit(named: Named, row: Row) -> bool:
    """Tell by a column of units the count of what is kept as a rate, the rate of what is counted, and money."""
    spoken = set(words(row.unit))
    unit = indicators()[named.indicator].unit
    counted = bool(spoken & {"number", "count", "no", "headcount", "fte", "wte"}) and not spoken & RATES
    per_head = "per10000" in spoken
    return (
        "pounds" in spoken
        or (counted and unit in ("%", "per 10,000"))
        or ("headcount" in spoken and unit != "number")
        or (per_head and unit != "per 10,000")
    )


def _has_its_rate_beside(scene: Scene, named: Named, column: Column) -> bool:
    """Tell "Agency", a count, where a column headed only "%" stands to its right."""
    beside = next((other for other in scene.columns if other.number == column.number + 1), None)
    if named.unit != "percent" or beside is None or beside.named:
        return False
    spoken = {word for text in beside.texts for word in words(text)}
    return bool(spoken & RATES) and spoken <= vocabulary("counted")


def _nearest(scene: Scene, row: Row, column: Column, section: Around | None) -> tuple[Named | None, Place | None, str]:
    """Find the text that names the measure; a text that is there and unknown is not passed over."""
    own = " ".join(column.texts)
    if column.named and column.named.sure:
        clash = row.measure and row.measure.sure and row.measure.indicator != column.named.indicator
        if clash:
            return None, row.measure_at, row.measure_text
        return _together(column.named, own, column), column.head, own
    if row.measure_text:
        return _together(row.measure, row.measure_text, column), row.measure_at, f"{row.measure_text} {own}"
    if column.named or _names_something(column):
        return column.named, column.head, own
    if section and section.named:
        return _together(section.named, section.text, column), section.place, section.text
    return _around(scene, column, own)


def _around(scene: Scene, column: Column, own: str) -> tuple[Named | None, Place | None, str]:
    """Find the measure of a column that names none: the only one of the table, or that of the titles."""
    values = [other for other in scene.columns if other.role == "value" and other.named and other.named.sure]
    if column.parts and len({other.named.indicator for other in values if other.named}) == 1:
        text = " ".join(values[0].texts)
        return _together(values[0].named, text, column), values[0].head, text
    for level in scene.around:
        for around in level:
            if around.named:
                return _together(around.named, around.text, column), around.place, f"{around.text} {own}"
    first = next((other.head for other in scene.columns if other.role == "value" and other.parts), None)
    return None, first if column.parts else None, "" if column.parts else own


def _together(named: Named | None, text: str, column: Column) -> Named | None:
    """Read "Referrals" elsewhere and "rate per 10,000" over the column as one name."""
    counted = [
        heading for heading in column.texts if (spoken := set(words(heading))) and spoken <= vocabulary("counted")
    ]
    if not counted:
        return named
    together = name_indicator(f"{text} {' '.join(counted)}")
    if together and together.sure:
        return together
    rated = any(set(words(heading)) & RATES for heading in counted)
    return None if rated and named and named.unit == "count" else named


def _names_something(column: Column) -> bool:
    """Tell a heading that must be a measure's from one that says only "Value" or a period."""
    if not column.texts or column.parts or column.authority:
        return False
    spoken = set(words(" ".join(column.texts)))
    return not (all(role_of(text) in ("value", "period") for text in column.texts) or spoken <= vocabulary("counted"))


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
    measures = tuple((id, indicator.title) for id, indicator in indicators().items())
    findings.offer(
        Question(
            f"indicator:{sheet}:{place[0]}:{place[1]}", "indicator", f"Which measure is “{label}”?",
            (*measures, ("none", "None of these")), sheet, _cell(place), named.indicator if named else None,
        )
    )  # fmt: skip


def _ask_measure(scene: Scene, column: Column, findings: Findings) -> None:
    """Ask once for the measure of a table that has periods over its figures and no measure anywhere."""
    head = next((other.head for other in scene.columns if other.role == "value" and other.parts), column.head)
    sheet = scene.sheet
    findings.issue("UNKNOWN_INDICATOR", "check", "Nothing says which measure these figures are of.", sheet, head)
    measures = tuple((id, indicator.title) for id, indicator in indicators().items())
    options = (*measures, ("none", "None of these"))
    wording = "Which measure are these figures of?"
    findings.offer(
        Question(f"indicator:{sheet}:{head[0]}:{head[1]}", "indicator", wording, options, sheet, _cell(head))
    )


def _cell(place: Place) -> str:
    return a1(place)
