"""One authority and its double as tables: the years, who is in the double, and the others as if they had the event."""

from statistics import fmean

from pages.charts.words import averaged, figure, figure_of
from pages.charts.years import date_said
from pages.double import words
from pages.double.asked import Asked, Shown
from pages.double.ranks import Ranked, ratio

Written = list[dict[str, str]]


def years(shown: Shown, asked: Asked) -> Written:
    """Write one row a year, those without a figure too."""
    panel = shown.window.panel
    gaps = dict(zip((*panel.before, *panel.after), shown.double.gaps, strict=True))
    return [
        {
            "Date": date_said(row.period_end, basis=asked.indicator.basis),
            "Side": "before" if row.year < panel.after[0] else "after",
            words.whose(shown): _written(row.value, row.status, asked),
            "Its double": "" if row.value is None else figure_of(row.value - gaps[row.year], averaged(asked.indicator)),
            "Gap": words.gap(gaps[row.year], asked) if row.year in gaps else "",
        }
        for row in shown.figures
    ]


def _written(value: float | None, status: str, asked: Asked) -> str:
    return figure(value, status, unit=asked.indicator.unit, decimals=asked.indicator.decimals)


def weights(shown: Shown, asked: Asked) -> Written:
    """Write one row an authority in the double, the heaviest first, with what is left without it."""
    less = {each.area_code: each.gaps[len(shown.window.panel.before) :] for each in shown.without}
    return [
        {
            "Authority": shown.names[code],
            "Share of the double": f"{weight:.1%}",
            "Mean gap after, without it": words.gap(fmean(less[code]), asked) if code in less else "",
            "Last gap, without it": words.gap(less[code][-1], asked) if code in less else "",
        }
        for code, weight in shown.double.weights
    ]


def ranks(shown: Shown, each: Ranked, asked: Asked) -> Written:
    """Write one row an authority in the rank, the largest ratio first."""
    double = shown.double
    rows = [(shown.names[one.area_code], one.error_before, one.error_after, ratio(one)) for one in each.placebos]
    rows.insert(each.place - 1, (words.whose(shown), double.error_before, double.error_after, each.ratio))
    return [
        {
            "Place": str(place),
            "Authority": name,
            "Error before": words.amount(before, asked),
            "Error after": words.amount(after, asked),
            "After over before": f"{times:.1f}",
        }
        for place, (name, before, after, times) in enumerate(rows, 1)
    ]
