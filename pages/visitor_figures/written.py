"""A figure of a visitor's file in words, as it was understood."""

from data.catalogue import indicators
from pages.charts.visitor import written as of_visitor
from pages.reader import Record


def written(record: Record) -> str:
    """Write a figure with its decimals, or the sign that stands for none."""
    return (
        f"[{record.marker}]"
        if record.value is None
        else of_visitor.written(record.value, indicators()[record.indicator])
    )
