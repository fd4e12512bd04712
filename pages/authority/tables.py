"""What the page shows, as the rows of tables in words: the same content for those who do not see the picture."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.authority.shown import written_as
from pages.charts import facts
from pages.charts.words import day, figure
from queries.rows.figures import Trend
from queries.rows.history import Event, Phase, Step

Written = list[dict[str, str]]
LAST = ("Note", "Source")
MEDIAN = "Neighbours (median)"


def figures(rows: Sequence[Trend], indicator: Indicator) -> Written:
    """Write the figures of one indicator as a table.

    Parameters
    ----------
    rows
        Of `queries.figures.trend`, of whatever indicators.
    indicator
        What is written.

    Returns
    -------
    list of dict
        One row per reference date: Date, the chosen authority's figure, one column per area beside it, Note, Source.
        A gap is written as its reason.
    """
    dates: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: row.period_end):
        if row.indicator_id == indicator.id:
            written = dates.setdefault(day(row.period_end), {"Date": day(row.period_end), "Figure": "no row"})
            written |= _cells(row, indicator)
    names = dict.fromkeys(name for written in dates.values() for name in written if name not in LAST)
    last = [name for name in LAST if any(name in written for written in dates.values())]
    return [{name: written.get(name, "") for name in (*names, *last)} for written in dates.values()]


def _cells(row: Trend, indicator: Indicator) -> dict[str, str]:
    written = _written(row, indicator)
    if row.role == "chosen":
        joint = " (joint return)" * (row.area_level == "joint return")
        return {"Figure": written + joint, "Note": row.note, "Source": f"{row.source_file}, row {row.source_row}"}
    if row.role == "neighbours":
        return {MEDIAN: f"{written}, {row.averaged} of {row.averaged_of}"}
    return {row.area_name: written}


def _written(row: Trend, indicator: Indicator) -> str:
    written = figure(row.value, row.status, unit=indicator.unit, decimals=written_as(row.role, indicator).decimals)
    if row.role == "neighbours":
        return written
    written += " (derived)" * (row.derived and row.status == "published")
    return f"{written}, unusual value" if row.unusual else written


def interventions(phases: Sequence[Phase]) -> Written:
    """Write the phases of intervention as a table: Form, Began, Ended, Occasion, Confidence, Note, Source."""
    return [
        {
            "Form": phase.title,
            "Began": facts.began(phase),
            "Ended": facts.ended(phase).removeprefix("ended "),
            "Occasion of the intervention": phase.trigger,
            "Confidence": phase.confidence,
            "Note": phase.note,
            "Source": " ".join(dict.fromkeys([phase.source_url_began, phase.source_url_ended])).strip(),
        }
        for phase in phases
    ]


def steps(events: Sequence[Step]) -> Written:
    """Write the dated steps of intervention as a table: Date, What, Detail, Happened, Confidence, Source."""
    return [
        {
            "Date": day(step.event_on, step.date_precision),
            "What": step.title,
            "Detail": step.detail,
            "Happened": step.happened.replace("_", " "),
            "Concerns": step.scope.replace("_", " "),
            "Confidence": step.confidence,
            "Source": step.source_url,
        }
        for step in events
    ]


def events(rows: Sequence[Event]) -> Written:
    """Write events as a table: Date, Event, Detail, Concerns, Confidence, Source."""
    return [
        {
            "Date": day(row.event_on, row.date_precision),
            "Event": row.title,
            "Detail": row.detail,
            "Concerns": "England" if row.scope == "national" else "this authority",
            "Confidence": row.confidence,
            "Source": row.source_url or row.source_title,
        }
        for row in rows
    ]
