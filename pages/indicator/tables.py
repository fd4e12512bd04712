"""One indicator in tables: its parts, breaks, editions, revisions, and the dates without a figure."""

from collections.abc import Sequence

from data.catalogue import Indicator, sources
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import figure, published
from pages.charts.years import date_said
from queries.rows.catalogue import Break
from queries.rows.indicator import Covered, Edition, Hole, Revised

Written = list[dict[str, str]]


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
    """Tell what was first published and what stands now."""
    return [
        {
            "Place": row.area_name,
            "Date": date_said(row.period_end, basis=indicator.basis),
            "First edition held": f"{_written(row.first_value, row.first_status, indicator)} "
            f"({published(row.first_published)})",
            "Newest": f"{_written(row.value, row.status, indicator)} ({published(row.published)})",
        }
        for row in rows
    ]


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


def _written(value: float | None, status: str, indicator: Indicator) -> str:
    return figure(value, status, unit=indicator.unit, decimals=max(indicator.decimals, 1))
