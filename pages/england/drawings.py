"""What the drawings of all authorities share: the axis of figures, the colours of classes, what is said of a dot."""

from collections.abc import Iterable, Sequence

from data.catalogue import Indicator
from pages.charts import axes, theme
from pages.charts.model import Across, Drawing, Entry, Tick, Upright
from pages.charts.words import day
from pages.england.words import written
from queries.rows.england import AuthorityYear

DOT, CHOSEN = "#7f9db5", "#d4501e"
NAMED_AT = 1.06  # of the largest figure: room for the last dot and its name


def across(values: Iterable[float], indicator: Indicator, *, top: bool = False) -> Across:
    """Return the axis of figures from 0 up, in the unit of the indicator."""
    every = list(values)
    low, high = min([0.0, *every]), max([0.0, *every]) * NAMED_AT or 1.0
    ticks = tuple(Tick(at=at, words=axes.label(at, indicator.unit, high)) for at in axes.even(low, high))
    return Across(first=low - (high - low) * 0.015, last=high, ticks=ticks, top=top, grid=True)


def england(rows: Sequence[AuthorityYear], indicator: Indicator) -> tuple[Upright, ...]:
    """Draw England's figure as an upright line; nothing where there is none, or where it is a sum."""
    value = rows[0].england_value if rows else None
    if value is None or indicator.unit.is_count:
        return ()
    return (Upright(x=value, dash="dash", colour=theme.BESIDE, width=1.5,
                    words=f"England {written(value, 'published', indicator)}"),)  # fmt: skip


def key(drawing: Drawing) -> tuple[Entry, ...]:
    """Say what the marks of authorities are, hollow ones where there are any."""
    hollow = any(mark.hollow for panel in drawing.panels for mark in panel.marks)
    entries = (
        Entry(words="one authority", sign="●"),
        Entry(words="hollow: small numbers, or a figure to be checked", sign="○"),
    )
    return entries if hollow else entries[:1]


def said(row: AuthorityYear, indicator: Indicator) -> tuple[str, ...]:
    """Say what stands behind a dot."""
    lines = [row.area_name, f"{written(row.value, row.status, indicator)}, {day(row.period_end)}"]
    if row.rank is not None:
        between = f" (range {row.rank_low} to {row.rank_high})" if row.rank_low is not None else ""
        lines.append(f"{row.rank} of {row.ranked_of}, 1 = lowest{between}")
    if row.lower_95 is not None and row.upper_95 is not None:
        low, high = (written(end, "published", indicator) for end in (row.lower_95, row.upper_95))
        lines.append(f"95% interval {low} to {high}")
    lines += ["small numbers"] * row.small + [row.note] * bool(row.note)
    return tuple(lines)
