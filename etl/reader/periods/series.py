"""Dates that stand in a row or a column: whether they are days, months or quarters."""

from collections.abc import Iterable
from dataclasses import replace

from etl.reader.periods.parts import Part, last_day, month_part


def axis_of(dates: Iterable[Part]) -> dict[Part, Part]:
    """Read a series of dates as months or quarters, if their days and steps say so."""
    dates = list(dates)
    days = sorted({part.end for part in dates if part.end})
    firsts = all(day.day == 1 for day in days)
    lasts = all(day == last_day(day.year, day.month) for day in days)
    steps = [(b.year - a.year) * 12 + b.month - a.month for a, b in zip(days, days[1:], strict=False)]
    if (firsts and (not steps or min(steps) == 1)) or (lasts and steps and min(steps) == 1):
        return _months(dates)
    if lasts and steps and set(steps) <= {3, 6, 9} and all(day.month % 3 == 0 for day in days):
        return {part: replace(part, form="quarter_date") for part in dates}
    return {}


def dates_in(said: set[Part], heading: str) -> dict[Part, Part]:
    """Decide for all that a period column says whether its dates are months; the heading is folded."""
    dates = {part for part in said if part.form == "date"}
    return _months(dates) if "month" in heading or _is_among_months(dates, said) else axis_of(dates)


def _months(dates: Iterable[Part]) -> dict[Part, Part]:
    return {part: month_part(part.end.year, part.end.month) for part in dates if part.end}


def _is_among_months(dates: set[Part], said: set[Part]) -> bool:
    """Tell the first or last days of months that stand among more months written as such."""
    months = [part for part in said if part.form == "month"]
    ends = [part.end for part in dates if part.end]
    return len(months) > max(1, len(dates)) and all(
        end.day == 1 or end == last_day(end.year, end.month) for end in ends
    )
