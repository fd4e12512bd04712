"""A comparison from its rows to its pictures: which lines there are, and which chart draws them."""

from collections.abc import Mapping, Sequence

from pages.charts.claimed import Claimed
from pages.charts.comparison.alternative import alternative, around_said
from pages.charts.comparison.chart import comparison
from pages.charts.comparison.compared import (
    Asked,
    Line,
    authority_lines,
    england_lines,
    group_lines,
)
from pages.charts.comparison.dots import Row
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.comparison.multiples import multiples
from pages.charts.comparison.path import path
from pages.charts.model import Drawing
from queries.rows.catalogue import Break
from queries.rows.compare import Grouped
from queries.rows.figures import Percentiles
from queries.rows.history import Phase


def compared_lines(rows: Sequence[Row], groups: Sequence[Grouped], asked: Asked) -> list[Line]:
    """Return the lines of a comparison: authorities in the order asked, England, groups; none where it is refused.

    Parameters
    ----------
    rows
        Rows of `queries.compare.lines`, `since` or `against`.
    groups
        Rows of `queries.compare.groups`.
    asked
        How the comparison is asked for.
    """
    if asked.refused:
        return []
    if asked.measure == "against":
        rows = [row for row in rows if row.position <= IN_ONE_CHART]
        dwarfing = asked.counted or asked.other_counted
        return [*authority_lines(rows), *([] if dwarfing else england_lines(rows, asked))]
    if asked.measure == "since":
        return authority_lines(rows)
    averages = [] if asked.measure == "rank" else group_lines(groups)
    return [*authority_lines(rows), *england_lines(rows, asked), *averages]


def areas(lines: Sequence[Line]) -> list[str]:
    """Return the codes of the areas whose figures are drawn, joint returns too; groups have none of their own."""
    return list(dict.fromkeys(point.area_code for line in lines for point in line.points if point.area_code))


def is_many(lines: Sequence[Line]) -> bool:
    """Tell whether there are more authorities than one chart holds."""
    return sum(line.role == "chosen" for line in lines) > IN_ONE_CHART


def pictures(
    rows: Sequence[Row],
    lines: Sequence[Line],
    breaks: Sequence[Break],
    asked: Asked,
    *,
    among: Sequence[Percentiles] = (),
    phases: Mapping[str, Sequence[Phase]] | None = None,
    claims: Sequence[Claimed] = (),
) -> list[tuple[Drawing, str]]:
    """Draw the comparison: one chart, or columns of small ones; nothing where there is nothing to draw.

    Parameters
    ----------
    rows
        Rows of the question that was asked.
    lines
        As of `compared_lines`.
    breaks
        Rows of `queries.catalogue.breaks`.
    asked
        How the comparison is asked for.
    among, phases
        Between which figures all authorities lie, and the phases of intervention by name: for one chart over time.
    claims
        Marked on the series of one chart over time.

    Returns
    -------
    list of tuple
        Each chart with its alternative text.
    """
    if not any(line.drawn for line in lines if line.role != "england"):
        return []
    said = alternative(lines, asked)
    if asked.measure == "against":
        return [(path(rows, lines, asked), said)]
    if is_many(lines):
        charts = multiples(lines, asked)
        return [(chart, f"Small charts, column {n} of {len(charts)}. {said}") for n, chart in enumerate(charts, 1)]
    chart = comparison(rows, lines, breaks, asked, among=among, phases=phases, claims=claims)
    return [(chart, f"{said}{around_said(chart)}")]
