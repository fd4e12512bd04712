"""The picture of own figures over the published ones, as every picture of the dashboard is drawn, with DRAFT on it."""

from collections.abc import Sequence

from pages.charts.comparison.compared import Line
from pages.charts.svg.lettering import forget
from pages.charts.svg.sizes import SIZES
from pages.picture import pictures
from pages.picture.views import NEWEST, View
from pages.visitor_figures.series import FIRST, LAST

OWN, PUBLISHED = "own figures of one visitor, in no link", "published figures alone"  # in the place of an address


def has_own(lines: Sequence[Line]) -> bool:
    """Tell whether any own figure is of a date that a chart of published ones can show."""
    return any(line.role == "own" for line in lines)


def picture(lines: Sequence[Line], code: str, name: str, indicator: str) -> bytes:
    """Draw one measure of one authority as PNG.

    Parameters
    ----------
    lines
        The visitor's own, and what else is to stand beside the published series.
    code, name
        Of the authority.
    indicator
        An id of data/indicators.toml.
    """
    view = View(
        authority=(code,), indicator=indicator, measure="published", base=FIRST, event="began", groups=(),
        average="median", england=True, context=False, bars=False, first=FIRST, last=LAST, edition=NEWEST,
    )  # fmt: skip
    beside_it = [line for line in lines if line.role in ("own", "group")]
    drawn = pictures.pictured(view, {code: name}, link=OWN if has_own(lines) else PUBLISHED, visitor_lines=beside_it)
    made = drawn.png(SIZES["news"])
    forget()
    return made
