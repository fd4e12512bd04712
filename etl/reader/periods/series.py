"""Dates that stand in a row or a column: whether they are days, months or quarters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from etl.reader.periods.parts import Part, date_part, last_day, month_part


def axis_of(dates: Iterable[Part]) -> dict[Part, Part]:
    """Read a series of dates as months or quarters, if their days and steps say so."""
    dates = list(dates)
    if swapped := _american(dates):
        return {part: other for part, read in swapped.items() for other in (axis_of(swapped.values()).get(read, read),)}
    if _could_be_american(dates):
        return {part: replace(part, form="either_date") for part in dates}
    days = sorted({part.end for part in dates if part.end})
    firsts = all(day.day == 1 for day in days)
    lasts = all(day == last_day(day.year, day.month) for day in days)
    steps = [(b.year - a.year) * 12 + b.month - a.month for a, b in zip(days, days[1:], strict=False)]
    edges = all(day.day == 1 or day == last_day(day.year, day.month) for day in days)
    months = {(day.year, day.month) for day in days}
    if edges and not (firsts or lasts) and len(months) == len(days) > 2 and min(steps) == max(steps) == 1:
        return _months(dates)
    if (firsts and (not steps or min(steps) == 1)) or (lasts and steps and min(steps) == 1):
        return _months(dates)
    if lasts and steps and set(steps) <= {3, 6, 9} and all(day.month % 3 == 0 for day in days):
        return {part: replace(part, form="quarter_date") for part in dates}
    return {}


def _american(dates: Sequence[Part]) -> dict[Part, Part]:
    """Put the month first in all dates of a series, if it is in one and could be in all."""
    if not any(part.american for part in dates):
        return {}
    days = {part: part.end for part in dates if part.end}
    if any(not part.american and day.day > 12 for part, day in days.items()):
        return {}
    return {
        part: replace(part, american=False) if part.american else date_part(date(day.year, day.day, day.month))
        for part, day in days.items()
    }


def _could_be_american(dates: Sequence[Part]) -> bool:
    """Tell a series of days of one month, each of which would be the first of a month the other way round."""
    days = {part.end for part in dates if part.end}
    return len(days) > 2 and all(day.month == 1 and day.day <= 12 for day in days) and len({d.year for d in days}) < 3


def dates_in(said: set[Part], heading: str) -> dict[Part, Part]:
    """Decide for all that a period column says whether its dates are months; the heading is folded."""
    dates = {part for part in said if part.form == "date"}
    reading = axis_of(dates)
    foreign = any(part.american or other.form == "either_date" for part, other in reading.items())
    if "month" in heading and not foreign:
        return _months(dates)
    return _months(dates) if _is_among_months(dates, said) and not foreign else reading


def _months(dates: Iterable[Part]) -> dict[Part, Part]:
    return {part: month_part(part.end.year, part.end.month) for part in dates if part.end}


def _is_among_months(dates: set[Part], said: set[Part]) -> bool:
    """Tell the first or last days of months that stand among more months written as such."""
    months = [part for part in said if part.form == "month"]
    ends = [part.end for part in dates if part.end]
    return len(months) > max(1, len(dates)) and all(
        end.day == 1 or end == last_day(end.year, end.month) for end in ends
    )
