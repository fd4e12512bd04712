"""What stands on each date of the chart, row by row: what the crosshair says, from the rows that are drawn."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from data.catalogue import Indicator
from pages.authority.shown import Shown, series, written_as
from pages.charts import axes
from pages.charts.claimed import Claimed
from pages.charts.model import Drawing, Panel
from pages.charts.words import day, figure
from queries.rows.figures import Trend

NEAR = timedelta(days=183)  # half a year: of yearly figures one at most is nearer on each side
NONE_THEN = {
    "Government intervention": "none in our register then",
    "Ofsted judgement": "none in the files held then",
}


class Read(NamedTuple):
    """What a row says on a date, and the point that says it, if one is drawn.

    Attributes
    ----------
    words
        Empty where nothing is known.
    x, y
        Of the figure: its own date, which may be another than that of the crosshair.
    """

    words: str
    x: date | None = None
    y: float | None = None


class Stop(NamedTuple):
    """A date at which the crosshair stands, and what each row of the chart says there, from the top down."""

    when: date
    reads: tuple[Read, ...]


def stops(shown: Shown, drawing: Drawing) -> list[Stop]:
    """Return every date on which something stands in the chart.

    Parameters
    ----------
    shown
        What is drawn.
    drawing
        How: its rows, and the ends of its axis.
    """
    above = drawing.panels[: len(drawing.panels) - len(shown.indicators)]
    figures = [shown.of(indicator) for indicator in shown.indicators]
    dates = {row.period_end for rows in figures for row in rows if row.role == "chosen"} | set(_turns(above))
    dates |= {claim.on for claim in shown.claims}
    return [
        Stop(
            when,
            (
                *(Read(_lane(panel, when)) for panel in above),
                *(
                    _with_claims(_figures(rows, each, when), shown.claimed(each), when)
                    for rows, each in zip(figures, shown.indicators, strict=True)
                ),
            ),
        )
        for when in sorted(dates)
        if axes.within(drawing.across, when)
    ]


def _turns(panels: Sequence[Panel]) -> Iterable[date]:
    """Yield the days on which a bar begins, and those of marks of which something is said."""
    for panel in panels:
        for x in [bar.left for bar in panel.bars if bar.said] + [mark.x for mark in panel.marks if mark.said]:
            if isinstance(x, date):
                yield x


def _lane(panel: Panel, when: date) -> str:
    """Say what stands in a row of bars and marks on a day."""
    bars = [bar.said for bar in panel.bars if bar.said and bar.left <= when < bar.right]  # type: ignore[operator]
    marks = [mark.said for mark in panel.marks if mark.said and mark.x == when]
    said = dict.fromkeys(", ".join(lines) for lines in [*bars, *marks])
    return "; ".join(said) or NONE_THEN.get(panel.title, "")


def _figures(rows: Sequence[Trend], indicator: Indicator, when: date) -> Read:
    """Say the figure that is nearest to a day, with those beside it on its own date."""
    chosen = [row for row in rows if row.role == "chosen" and abs(row.period_end - when) <= NEAR]
    if not chosen:
        return Read("")
    nearest = min(chosen, key=lambda row: (abs(row.period_end - when), -row.period_end.toordinal()))
    beside = [(name, row) for (_, name), part in series(rows).items() for row in part
              if row.period_end == nearest.period_end]  # fmt: skip
    words = [_chosen(nearest, indicator), *(_beside(name, row, indicator) for name, row in beside)]
    dated = "" if nearest.period_end == when else f" ({day(nearest.period_end)})"
    value = 0.0 if nearest.status == "rounds_to_zero" else nearest.value
    return Read(", ".join(words) + dated, nearest.period_end, value)


def _with_claims(read: Read, claims: Sequence[Claimed], when: date) -> Read:
    """Say after the figure what is claimed of the same date, and by whom."""
    at = [claim for claim in claims if claim.on == when]
    if not at:
        return read
    said = "; ".join(f"claim: {claim.short} ({claim.whose})" for claim in at)
    return read._replace(words=f"{read.words}; {said}") if read.words else Read(said, at[0].on, at[0].value)


def _chosen(row: Trend, indicator: Indicator) -> str:
    joint = " (joint return)" * (row.area_level == "joint return")
    return f"{_figure(row, indicator)}{joint}{', unusual value' * row.unusual}"


def _beside(name: str, row: Trend, indicator: Indicator) -> str:
    of = f" (median of {row.averaged} of {row.averaged_of})" if row.role == "neighbours" else ""
    return f"{name}{of} {_figure(row, indicator)}"


def _figure(row: Trend, indicator: Indicator) -> str:
    return figure(row.value, row.status, unit=indicator.unit, decimals=written_as(row.role, indicator).decimals)
