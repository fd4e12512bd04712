"""A visitor's own figures on a picture."""

from collections.abc import Mapping

from pages.charts.comparison.compared import Line
from pages.charts.visitor.lines import visitor_lines
from pages.holding.figures import chosen, with_published
from pages.picture import pictures
from pages.picture.views import View


def lines_of(view: View, names: Mapping[str, str]) -> list[Line]:
    """Return the visitor's own lines for a picture, if there are any and they are not switched off."""
    records = [] if view.frozen else chosen([view.indicator], list(names), "chart")
    if not records:
        return []
    asked = pictures.asked_of(view)
    return visitor_lines(with_published(records, measure=asked.measure, base=asked.base), names, asked)
