"""All cases around an event as tables: the estimate of each year, who is a case, who is neither."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.around.asked import Asked, Shown
from pages.around.chart import means
from pages.around.estimates import Year
from pages.around.words import reach
from pages.charts.axes import plus_minus
from pages.charts.words import averaged, day, figure_of, signed
from pages.charts.years import year_mark
from queries.rows.around import Case

Written = list[dict[str, str]]


def years(shown: Shown, asked: Asked) -> Written:
    """Write one row a year since the event."""
    mean = means(shown.cases, shown.figures, asked.window)
    return [_year(year, mean.get(year.since), averaged(asked.indicator)) for year in shown.estimate.years]


def _year(year: Year, mean: tuple[float, int] | None, indicator: Indicator) -> dict[str, str]:
    band = (
        "counted from here"
        if year.low is None or year.high is None
        else reach(year.low, year.high, decimals=indicator.decimals)
    )
    return {
        "Years since": plus_minus(year.since),
        "Mean of the cases": "" if mean is None else figure_of(mean[0], indicator),
        "Cases less comparison, change since year −1": signed(year.estimate, unit="", decimals=indicator.decimals),
        "95% band": band,
        "Cases": str(year.cases),
        "Compared": str(year.compared),
    }


def cases(shown: Shown, asked: Asked) -> Written:
    """Write one row a case, by its event."""
    marks = {row.year: year_mark(row.period_end, basis=asked.indicator.basis) for row in shown.figures}
    those = sorted((row for row in shown.cases if row.first_on and row.place == "case"), key=lambda row: row.area_name)
    return [
        {
            "Authority": row.area_name,
            "Event": row.title,
            "Date": day(row.first_on, row.date_precision or "day"),
            "Year 0": marks.get(row.from_year or 0, ""),
            "Again later": str(row.later_events or ""),
            "Confidence": row.confidence,
            "Source": row.source,
        }
        for row in those
    ]


def neither(rows: Sequence[Case]) -> Written:
    """Write one row an authority that is neither a case nor compared."""
    return [
        {
            "Authority": row.area_name,
            "Why": row.place,
            "Event": row.title,
            "Date": day(row.first_on, row.date_precision or "day") if row.first_on else "",
        }
        for row in rows
        if row.place not in ("case", "compared")
    ]
