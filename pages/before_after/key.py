"""What the signs of the before and after chart stand for."""

from collections.abc import Sequence

from pages.before_after import chart, difference
from pages.before_after.figures import CHOSEN, few, given
from pages.charts import claimed, series, theme
from pages.charts.claimed import Claimed
from pages.charts.model import Entry
from pages.charts.visitor import around_event
from queries.rows.before_after import Difference


def key(
    name: str, average: str, rows: Sequence[Difference], visitor: Sequence[series.Figure] = (),
    claims: Sequence[Claimed] = (),
) -> list[Entry]:  # fmt: skip
    """List the marks of the chart, each with its own colour, dash and marker."""
    missing = dict.fromkeys(row.status for row in rows if not given(row))
    return [
        Entry(words=name, look=CHOSEN),
        *([around_event.KEY] if visitor else []),
        Entry(words=f"Statistical neighbours ({average})", look=chart.NEIGHBOURS),
        Entry(words="Comparison group: under no intervention in these years (mean)", look=chart.COMPARISON),
        Entry(words="middle 95% of the group's own differences (placebos)", fill=difference.PLACEBOS),
        *[Entry(words="year on neither side", sign="◆")] * any(_on_neither(row) for row in rows),
        *[Entry(words="hollow: fewer than half the group has a figure", sign="△")] * any(map(few, rows)),
        *[Entry(words="a ring: unusual value", sign="○")] * any(row.unusual and given(row) for row in rows),
        *(Entry(words=theme.STATUS_WORDS[status], sign=series.sign(status)) for status in missing),
        *claimed.key(claims),
    ]


def _on_neither(row: Difference) -> bool:
    """Tell whether a year is drawn as one that counts on neither side."""
    return row.side == "during" and row.difference is not None
