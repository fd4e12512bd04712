"""All measures of a visitor's file at a glance: how many figures each has, its newest, and which is shown first."""

from collections.abc import Sequence

from data.catalogue import indicators
from pages.charts.words import number_of
from pages.holding.figures import reported
from pages.reader import Record
from pages.visitor_figures.evidence import Cells
from pages.visitor_figures.periods import periods
from pages.visitor_figures.written import written


def in_order(records: Sequence[Record]) -> list[str]:
    """Put measures in order: that with the most figures of reported dates first, else as they stand in the file."""
    ids = list(dict.fromkeys(record.indicator for record in records))
    on_dates = reported(records)
    return sorted(ids, key=lambda id: -sum(record.indicator == id for record in on_dates))


def measures(records: Sequence[Record]) -> list[Cells]:
    """Write a row a measure: Measure, Figures, Periods, Newest (DRAFT)."""
    rows: list[Cells] = []
    for id in in_order(records):
        of_measure = [record for record in records if record.indicator == id]
        newest = max(of_measure, key=_until)
        rows.append(
            {
                "Measure": indicators()[id].title,
                "Figures": number_of(len(of_measure), "figure"),
                "Periods": periods(sorted(set(map(_period, of_measure)))),
                "Newest (DRAFT)": f"{written(newest)} ({periods([_period(newest)])})",
            }
        )
    return rows


def _until(record: Record) -> str:
    return record.period_end


def _period(record: Record) -> tuple[str, str, str]:
    return record.period_type, record.period_start, record.period_end
