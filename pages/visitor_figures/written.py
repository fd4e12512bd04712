"""A figure of a visitor's file in words, as it was understood."""

from data.catalogue import indicators
from pages.charts.words import figure
from pages.reader import Record


def written(record: Record) -> str:
    """Write a figure with the decimals that it has, two at most, or the sign that stands for none."""
    if record.value is None:
        return f"[{record.marker}]"
    about = indicators()[record.indicator]
    places = max(about.decimals, min(2, len(f"{record.value:.6f}".rstrip("0").partition(".")[2])))
    return figure(record.value, "published", unit=about.unit, decimals=places)
