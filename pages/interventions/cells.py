"""Interventions, moves of services, and what accounts differ on, as rows of tables, each with source and confidence."""

from collections.abc import Sequence

from pages.charts.spans import ended_words
from pages.charts.words import day
from pages.interventions import forms
from queries.rows.doubts import Contradiction, Doubt, RegisterChange
from queries.rows.history import Phase
from queries.rows.register import RegisterPhase, ServicesMoved

Cells = dict[str, str]


def register(phases: Sequence[RegisterPhase]) -> list[Cells]:
    """Write the register: Authority, Region, Form, Began, Ended, Precision, Occasion, Confidence, Note, Source."""
    return [phase_cells(phase, phase.authority_name, phase.region_name) for phase in phases]


def phase_cells(phase: RegisterPhase | Phase, authority: str, region: str) -> Cells:
    """Write one phase of an intervention in an authority."""
    ended = ended_words(phase.state, phase.last_reported, phase.ended_on, phase.ended_precision)
    return {
        "Authority": authority,
        "Region": region,
        "Form": phase.title,
        "Began": day(phase.began_on, phase.began_precision),
        "Ended": ended.removeprefix("ended "),
        "Known to the": _precision(phase),
        "Occasion": phase.trigger,
        "Confidence": forms.UNSURE[phase.confidence],
        "Note": phase.note,
        "Source": " ".join(dict.fromkeys([phase.source_url_began, phase.source_url_ended])).strip(),
    }


def _precision(phase: RegisterPhase | Phase) -> str:
    ended = f", end {phase.ended_precision}" if phase.state == "ended" else ""
    return f"beginning {phase.began_precision}{ended}"


def moved(rows: Sequence[ServicesMoved]) -> list[Cells]:
    """Write where services moved: Authority, Moved, What, Direction then, Returned, Confidence, Source."""
    return [
        {
            "Authority": row.authority_name,
            "Moved": day(row.moved_on, row.date_precision),
            "What": row.title,
            "Direction on that day": row.direction,
            "Returned to the council": _return(row),
            "Confidence": forms.UNSURE[row.confidence],
            "Source": f"{row.source_title} {row.source_url}",
        }
        for row in rows
    ]


def _return(row: ServicesMoved) -> str:
    if row.returned_on:
        return day(row.returned_on)
    if row.return_planned_for:
        return f"planned for {day(row.return_planned_for, 'month')}; not known to have taken place"
    return "not known"


def contradictions(rows: Sequence[Contradiction]) -> list[Cells]:
    """Write the points on which accounts differ: About, One account, Another, Treated as, Confidence."""
    return [
        {
            "About": row.about,
            "One account": f"{row.one_account} ({row.one_source} )",
            "Another": f"{row.other_account} ({row.other_source} )",
            "Here treated as": row.treated_as,
            "Confidence": forms.UNSURE[row.confidence],
        }
        for row in rows
    ]


def doubts(rows: Sequence[Doubt]) -> list[Cells]:
    """Write what is not certain: Doubt, Row of, Authority, What, Id."""
    return [
        {"Doubt": row.doubt, "Row of": row.kind, "Authority": row.authority_name, "What": row.title, "Id": row.row_id}
        for row in rows
    ]


def changes(rows: Sequence[RegisterChange]) -> list[Cells]:
    """Write what was added, corrected or removed: Date, File, Row, Change, Columns, Before, After, Why."""
    return [
        {
            "Date": day(row.changed_on),
            "File": row.file,
            "Row": row.row_id,
            "Change": row.change,
            "Columns": row.changed,
            "Before": row.before,
            "After": row.after,
            "Why": row.why,
        }
        for row in rows
    ]
