"""One indicator in tables: its parts, breaks, editions, revisions, and the dates without a figure."""

from collections.abc import Sequence

from data.catalogue import Indicator, sources
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import figure, published
from pages.charts.years import date_said
from queries.rows.catalogue import Break
from queries.rows.indicator import Covered, Edition, Hole, Revised

Written = list[dict[str, str]]
MOST_DECIMALS = 7  # less one: a child more in England moves a rate per 10,000 by a thousandth


def parts(indicator: Indicator) -> Written:
    """Say of each publication whether the figure is its own, and of which parts it is made."""
    return [
        {
            "Publication": sources()[series.source].title,
            "Figure": f"published as {series.published}" if series.published else "derived by us",
            "What is counted": " + ".join(series.numerator) or "not held apart",
            "Divided by": " + ".join(series.denominator) or ("children aged 0 to 17" if indicator.population else ""),
            "Next release": sources()[series.source].next_release or "not announced in what is held",
        }
        for series in indicator.series
    ]


def breaks(rows: Sequence[Break], indicator: Indicator) -> Written:
    """Tell where the series is broken, and why."""
    return [
        {
            "Between": f"{date_said(row.from_period_end, basis=indicator.basis)} and "
            f"{date_said(row.to_period_end, basis=indicator.basis)}",
            "Break": f"{row.title}. {row.detail}",
            "Source": row.source,
        }
        for row in rows
    ]


def coverage(rows: Sequence[Covered], indicator: Indicator) -> Written:
    """Tell how many authorities have a figure on each date, and why others have none."""
    words = {"published": "figure given"} | STATUS_WORDS
    dates = sorted({row.period_end for row in rows}, reverse=True)
    return [
        {"Date": date_said(when, basis=indicator.basis)}
        | {words[row.status].capitalize(): str(row.areas) for row in rows if row.period_end == when}
        for when in dates
    ]


def editions(rows: Sequence[Edition], indicator: Indicator) -> Written:
    """Tell what each edition reaches over, and what it changed."""
    return [
        {
            "Edition": f"{row.publication}, {row.edition}",
            "Published": published(row.published),
            "Figures": f"{row.figures:,}, {_reached(row, indicator)}",
            "Changed": f"{row.changed:,} of {row.had_before:,} that the edition before has too" if row.had_before else
            "no edition before it is held with the same dates",
        }
        for row in rows
    ]  # fmt: skip


def _reached(row: Edition, indicator: Indicator) -> str:
    first, last = (date_said(each, basis=indicator.basis) for each in (row.first_on, row.last_on))
    return first if first == last else f"from {first} to {last}"


def revised(rows: Sequence[Revised], indicator: Indicator) -> Written:
    """Tell what was first published and what stands now, with as many decimals as tell them apart."""
    return [
        {
            "Place": row.area_name,
            "Date": date_said(row.period_end, basis=indicator.basis),
            "First edition held": f"{first} ({published(row.first_published)})",
            "Newest": f"{now} ({published(row.published)})",
        }
        for row in rows
        for first, now in [_apart(row, indicator)]
    ]


def _apart(row: Revised, indicator: Indicator) -> tuple[str, str]:
    """Write two figures that differ so that they are seen to differ: of a rate by a child more it is a hundredth."""
    for decimals in range(max(indicator.decimals, 1), MOST_DECIMALS):
        first, now = (
            figure(value, status, unit=indicator.unit, decimals=decimals)
            for value, status in ((row.first_value, row.first_status), (row.value, row.status))
        )
        if first != now:
            break
    return first, now


def holes(rows: Sequence[Hole], indicator: Indicator) -> Written:
    """Tell which authorities have no figure on which date, and why."""
    return [
        {
            "Authority": row.area_name,
            "Date": date_said(row.period_end, basis=indicator.basis),
            "Reason": STATUS_WORDS[row.status],
            "Note": row.note,
        }
        for row in rows
    ]
