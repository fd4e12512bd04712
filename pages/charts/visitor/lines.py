"""A visitor's own figures as lines of a comparison, and how they may be drawn: dotted, hollow, and called DRAFT."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from data.catalogue import Indicator
from data.kinds import Basis, Unit
from pages.charts import theme
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Dot
from pages.charts.comparison.looks import GROUP_LOOKS, IN_ONE_CHART, SYMBOLS
from pages.charts.model import Look
from queries.rows.figures import Trend
from queries.rows.visitor import WithPublished

ROLES = {"month": "own_month", "quarter": "own_quarter"}
MEASURES = ("published", "difference", "index", "rank", "since")
DAYS = 365.25  # of a year, as queries/compare/since.sql counts them


def role(row: WithPublished, indicator: Indicator) -> str:
    """Tell how a figure may be drawn among annual ones.

    Parameters
    ----------
    row
        Of `queries.visitor.with_published`.
    indicator
        What it is of.

    Returns
    -------
    str
        own: a year or a day that is reported. own_other: another date. own_month, own_quarter: of a part of a year.
        Nothing where it cannot stand beside annual figures: what is counted over a month or up to a month is a part.
    """
    if row.value is None or row.kind == "ytd":
        return ""
    if row.kind in ROLES:
        in_parts = indicator.basis is Basis.YEAR and indicator.unit is not Unit.PER_CENT
        return "" if in_parts else ROLES[row.kind]
    return "own" if row.comparable else "own_other"


def visitor_lines(
    figures: Sequence[WithPublished], names: Mapping[str, str], asked: Asked, published: Sequence[Line] = ()
) -> list[Line]:
    """Return a line of a visitor's own figures for each authority that has some on the dates that are reported.

    Parameters
    ----------
    figures
        Rows of `queries.visitor.with_published`, asked with the measure of the comparison.
    names
        Of the authorities that are compared, by code, in their order.
    asked
        How the comparison is asked for.
    published
        The published lines; of years since an event they know when it was.
    """
    if asked.refused or asked.measure not in MEASURES:
        return []
    events = {line.points[0].asked_code: line.points[0] for line in published if line.role == "chosen"}
    rows = [row for row in figures if row.comparable and row.indicator_id == asked.about.id and row.shown is not None]
    lines = []
    for place, (code, name) in enumerate(names.items()):
        points = sorted((row for row in rows if row.asked_code == code), key=lambda row: row.period_end)
        if points and (asked.measure != "since" or code in events):
            look = Look(colour=theme.OWN, dash="dot", symbol=f"{SYMBOLS[place % len(SYMBOLS)]}-open", width=2)
            drawn = tuple(_since(_point(point, name), events, asked) for point in points)
            lines.append(Line(name=f"{name}, own DRAFT", role="own", look=look, points=drawn))
    return lines[:IN_ONE_CHART]


def _point(row: WithPublished, name: str) -> Dot:
    """Return an own figure as a point: published of nobody, of no series that breaks, and without a source."""
    return Dot(
        period_end=row.period_end, value=row.value, status="published", shown=row.shown, shown_status="published",
        segment=-1 if row.segment is None else row.segment, asked_code=row.asked_code, area_code=row.asked_code,
        area_name=f"{name}, own figure", area_level="own", note="DRAFT, unpublished", source_row=0, rank=row.own_rank,
        ranked_of=row.own_ranked_of,
    )  # fmt: skip


def _since(point: Dot, events: Mapping[str, Dot], asked: Asked) -> Dot:
    """Count the years since the event of the authority, where years are counted so."""
    if asked.measure != "since":
        return point
    event = events[point.asked_code]
    since = datetime.combine(point.period_end, time()) - event.event_on if event.event_on else None
    years = since.days / DAYS if since else None
    return replace(
        point, years_since=years, recorded_on=event.recorded_on, precision=event.precision, event_on=event.event_on
    )


def neighbours_line(trend: Sequence[Trend]) -> list[Line]:
    """Return the line of the median of neighbours, from rows of `queries.figures.trend`, if there is one."""
    points = tuple(_median(row) for row in trend if row.role == "neighbours")
    return [Line(name="Statistical neighbours", role="group", look=GROUP_LOOKS[0], points=points)] if points else []


def _median(row: Trend) -> Dot:
    """Say of a row of the trend what a point of a group says."""
    left_out = None if row.averaged_of is None or row.averaged is None else row.averaged_of - row.averaged
    return Dot(
        period_end=row.period_end, value=row.value, status=row.status, shown=row.value, shown_status="published",
        segment=row.segment, area_name=row.area_name, area_level=row.area_level, note=row.note, unusual=row.unusual,
        derived=row.derived, source_file=row.source_file, source_row=row.source_row, basis="median",
        averaged=row.averaged, left_out=left_out, group_id="neighbours", group_name="Statistical neighbours",
    )  # fmt: skip
