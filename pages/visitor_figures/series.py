"""One measure of one authority with the visitor's own figures over it: the lines of its chart."""

from collections.abc import Sequence

import queries.figures
from data.catalogue import Indicator
from pages.charts.comparison.compared import Asked, Line, authority_lines, england_lines
from pages.charts.visitor.lines import neighbours_line, visitor_lines
from pages.choosing.models import NEWEST_MODEL
from pages.database import rows as ask
from queries import compare as questions
from queries.rows.compare import Compared
from queries.rows.visitor import WithPublished

FIRST, LAST = 2010, 2100  # years: all there are


def series(
    rows: Sequence[WithPublished], indicator: Indicator, code: str, name: str
) -> tuple[list[Compared], list[Line], Asked]:
    """Return the published rows, and the lines of the chart: the authority, its own figures, England, neighbours."""
    counted = indicator.unit.is_count
    asked = Asked(
        measure="published", about=indicator, other=indicator, counted=counted, other_counted=counted, ranked=False,
        base=0, event="began", england=True, context=False,
    )  # fmt: skip
    years = {"first": FIRST, "last": LAST}
    published = ask(questions.lines, authorities=[code], indicator=indicator.id, measure="published", base=0, **years)
    comparators = [] if counted else ["neighbours"]
    trend = ask(
        queries.figures.trend, authority=code, comparators=comparators, others=[], model=NEWEST_MODEL,
        indicators=[indicator.id], **years,
    )  # fmt: skip
    lines = [
        *visitor_lines(rows, {code: name}, asked),
        *authority_lines(published),
        *england_lines(published, asked),
        *neighbours_line(trend),
    ]
    return published, lines, asked
