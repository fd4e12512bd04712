"""Published reviews, laws, policies and other events as marks on a date axis: one row per kind, none counted."""

from collections.abc import Sequence
from datetime import timedelta

from pages.charts import axes, theme
from pages.charts.model import Drawing, Entry, Label, Mark, Panel, Up, X
from pages.charts.words import day, number_of
from pages.interventions import forms
from queries.rows.history import Event
from queries.rows.register import Happening

KINDS = {
    "practice_review": "Case reviews, inquiries",
    "policy": "Policy",
    "legislation": "Legislation",
    "inspection_framework": "Inspection frameworks",
    "statistical_break": "Changes in the statistics",
    "annual_assessment": "Yearly ratings (not inspections)",
    "joint_inspection": "Joint inspections",
    "council": "Of the council",
    "improvement_board": "Improvement boards",
    "delivery_change": "Who runs services",
    "new_council": "New councils",
    "data_incident": "Incidents that touch the data",
    "statement": "Statements",
}
ROW = 46  # pixels
EDGE = timedelta(days=300)  # free on both sides of the first and the last event
NAMED, MARKED = 0.28, 0.18  # of a row: its name above its middle, its marks beneath


def drawing(rows: Sequence[Happening]) -> Drawing:
    """Draw events as diamonds: filled where they are of one authority, hollow where of the country.

    Parameters
    ----------
    rows
        Of `queries.register.happenings`; one at least.

    Returns
    -------
    Drawing
        A row per kind. Marks stand at their dates; their number means nothing.
    """
    kinds = [kind for kind in KINDS if any(row.kind == kind for row in rows)]
    days = [row.event_on for row in rows]
    across = axes.calendar(min(days) - EDGE, max(days) + EDGE, grid=True)
    panel = Panel(
        up=Up(low=len(kinds) - 0.5, high=-0.6, grid=False, zero=False),
        tall=ROW * len(kinds),
        lanes=round(2.5 * len(kinds)),  # a name, and marks beneath it
        marks=tuple(_mark(row, n) for n, kind in enumerate(kinds) for row in rows if row.kind == kind),
        labels=tuple(_label(KINDS[kind], n, across.first) for n, kind in enumerate(kinds)),
    )
    return Drawing(panels=(panel,), across=across, left=10, right=14)


def _mark(row: Happening, number: int) -> Mark:
    return Mark(
        x=row.event_on, y=number + MARKED, symbol="diamond", size=11, colour=theme.INTERVENTION,
        hollow=row.scope == "national",
        said=(
            row.title,
            f"{row.authority_name}, {day(row.event_on, row.date_precision)}",
            f"confidence: {row.confidence}",
        ),
    )  # fmt: skip


def _label(text: str, number: int, first: X) -> Label:
    return Label(
        x=first, y=number - NAMED, lines=(text,), size=12, bold=True, colour=theme.TEXT, behind=theme.BACKGROUND
    )


def key() -> list[Entry]:
    """List the two marks."""
    return [Entry(words="of one authority", sign="◆"), Entry(words="of England", sign="◇")]


def alternative(rows: Sequence[Happening]) -> str:
    """Describe the marks for those who do not see them."""
    return (
        f"{number_of(len(rows), 'event')} as marks on a date axis, by kind; filled: of one authority, hollow: of "
        "England. Each is in the table below."
    )


def table(rows: Sequence[Happening]) -> list[dict[str, str]]:
    """Write events: Date, Of, Title, Detail, Confidence, Source."""
    return [_cells(row, row.authority_name) for row in rows]


def of_authority(rows: Sequence[Event], name: str) -> list[dict[str, str]]:
    """Write the events of one authority in the same way."""
    return [_cells(row, name) for row in rows]


def _cells(row: Happening | Event, name: str) -> dict[str, str]:
    return {
        "Date": day(row.event_on, row.date_precision),
        "Of": name,
        "Title": row.title,
        "Detail": row.detail,
        "Confidence": forms.UNSURE[row.confidence],
        "Source": f"{row.source_title} {row.source_url}".strip(),
    }
