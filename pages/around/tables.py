"""All cases around an event as tables: the estimate of each year, who is a case, who is neither."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.around.asked import Asked, Shown
from pages.around.chart import means
from pages.around.estimates import Year
from pages.charts.axes import plus_minus
from pages.charts.words import day, figure_of, signed
from queries.rows.around import Case

Written = list[dict[str, str]]


def years(shown: Shown, asked: Asked) -> Written:
    """Write one row a year since the event."""
    mean = means(shown.cases, shown.figures, asked.window)
    return [_year(year, mean.get(year.since), asked.indicator) for year in shown.estimate.years]


def _year(year: Year, mean: tuple[float, int] | None, indicator: Indicator) -> dict[str, str]:
    low, high = (None if end is None else signed(end, unit="", decimals=indicator.decimals)
                 for end in (year.low, year.high))  # fmt: skip
    return {
        "Years since": plus_minus(year.since),
        "Mean of the cases": "" if mean is None else figure_of(mean[0], indicator),
        "Cases less comparison, change since year −1": signed(year.estimate, unit="", decimals=indicator.decimals),
        "95% band": "counted from here" if low is None else f"{low} to {high}",
        "Cases": str(year.cases),
        "Compared": str(year.compared),
    }


def cases(rows: Sequence[Case]) -> Written:
    """Write one row a case, by its event."""
    those = sorted((row for row in rows if row.first_on and row.place == "case"), key=lambda row: row.area_name)
    return [
        {
            "Authority": row.area_name,
            "Event": row.title,
            "Date": day(row.first_on, row.date_precision or "day"),
            "Year 0": str(row.from_year),
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
