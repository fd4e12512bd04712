"""What all traces and annotations of a figure are written with."""

from collections.abc import Sequence
from datetime import date

from pages.charts.model import X

Trace = dict[str, object]


def at(x: X) -> str | float:
    """Write where something stands across as Plotly takes it."""
    return x.isoformat() if isinstance(x, date) else x


def said(lines: Sequence[str]) -> str:
    """Write what is said under the pointer: the first of several lines is bold."""
    first, *rest = lines or ("",)
    return "<br>".join([f"<b>{first}</b>" if rest else first, *rest])
