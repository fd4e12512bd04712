"""How a table dates its figures: calendar quarters, months past a year's end, one financial year."""

from collections.abc import Collection, Iterable, Sequence

from etl.reader.periods.kinds import Dating
from etl.reader.periods.parts import Part, financial_part

SUMMED = ("sum of ", "average of ")  # headings of a pivot table, whose quarters are those of the calendar


def dating_of(parts: Sequence[Part], headings: Iterable[str], hints: Collection[str]) -> Dating:
    """Find how the figures of a table are dated, whatever their measure.

    Parameters
    ----------
    parts
        What the headings say of periods, from left to right.
    headings
        The headings.
    hints
        What the texts around the table hint at.
    """
    months = [part.month for part in parts if part.form == "month_name" and part.month]
    years = {part.year for part in parts if part.form == "year"}
    falls = any(later < earlier for earlier, later in zip(months, months[1:], strict=False))
    sums = any(heading.casefold().startswith(SUMMED) for heading in headings)
    return Dating(calendar_quarters=sums or "calendar_quarters" in hints, wrapped=falls and len(years) < 2)


def financial_year_of(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Find the one financial year in which all months over a table lie, for the quarters beside them."""
    years = {part.start.year - (part.start.month < 4) for part in parts if part.form == "month" and part.start}
    return (financial_part(years.pop()),) if len(years) == 1 else ()
