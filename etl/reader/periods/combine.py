"""One period from all that the header, the row, the title and the tab say about it."""

from collections.abc import Callable, Sequence
from datetime import date

from etl.reader.periods.kinds import Dating, Period, Unsettled
from etl.reader.periods.parts import Part, last_day, month_part, quarter_part, year_to

OUTTURN = (3, 31)  # councils report their own year to this day for the workforce too
NAMES_ONLY = ("month_name", "quarter_name")
Maker = Callable[[Part, Sequence[Part], Dating], Period | Unsettled]


NOT_KEPT = Unsettled(left_out="not a month, quarter or year")
WHICH_QUARTER = Unsettled(question="quarter")
WHICH_YEAR = Unsettled(question="year")
NOTHING = Unsettled(question="period")


def combined(inner: Sequence[Part], outer: Sequence[Sequence[Part]], dating: Dating) -> Period | Unsettled:
    """Combine the parts of a period.

    Parameters
    ----------
    inner
        What the column and the row of the figure say.
    outer
        What stands around the table, the nearest first: section, title, tab, notes, file name.
    dating
        How figures of this measure and table are dated.

    Returns
    -------
    Period or Unsettled
        Unsettled where the parts name a kind of period that is not kept, or could mean two.
    """
    if any(part.form in ("other", "span") for part in inner):
        return NOT_KEPT
    near = [part for part in inner if part.form != "day"]
    around = [part for group in outer for part in group]
    if not near:
        near = next((kept for group in outer if (kept := [part for part in group if part.form != "day"])), [])
        if len({(part.form, part.start, part.end, part.year, part.quarter) for part in near}) > 1:
            near = [part for part in near if part.end and (part.end.month, part.end.day) == dating.year_end]
        if len({part.end for part in near}) > 1:
            return NOTHING
        near = [*near, *(part for part in around if part.form in NAMES_ONLY and part not in near)]
    return _by_form(near, [*inner, *around], dating)


def _by_form(near: Sequence[Part], all_parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    by_form = {part.form: part for part in reversed(near)}
    for form, make in MAKERS.items():
        if form in by_form:
            return make(by_form[form], all_parts, dating)
    return NOTHING


def _to_date(part: Part, parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    if dating.stock:
        return Unsettled(left_out="so far in the year, and the measure is counted on one day")
    ends = [other.end for other in parts if other.form in ("month", "quarter", "date") and other.end]
    known = [part.end, *ends, dating.until]
    end = next((end for end in known if end and (not part.year or _financial_year(end) == part.year)), None)
    if part.end:
        end = part.end
    if end is None:
        return Unsettled(left_out="to date, but to which date is not said")
    return Period("ytd", date(end.year - (end.month < 4), 4, 1), last_day(end.year, end.month))


def _financial_year(end: date) -> int:
    """Give the year in which the financial year of a day ends."""
    return end.year + (end.month > 3)


def _begun(part: Part, _: Sequence[Part], dating: Dating) -> Period | Unsettled:
    """Read the year that begins in a year as the financial one, where the measure's year is that."""
    if dating.year_end != OUTTURN:
        return Unsettled(left_out="a year by its beginning, and the year of this measure does not begin in April")
    return Period("year", date(part.year or 0, 4, 1), date((part.year or 0) + 1, 3, 31))


def _rolling(part: Part, parts: Sequence[Part], _: Dating) -> Period | Unsettled:
    ends = [other.end for other in parts if other.form in ("month", "quarter", "date") and other.end]
    end = part.end or next(iter(ends), None)
    if end is None:
        return Unsettled(left_out="twelve months, but to which month is not said")
    end = last_day(end.year, end.month)
    return Period("rolling", year_to(end), end)


def _as_it_is(kind: str) -> Maker:
    def make(part: Part, _: Sequence[Part], __: Dating) -> Period | Unsettled:
        return Period(kind, part.start, part.end) if part.start and part.end else NOTHING

    return make


def _month_name(part: Part, parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    month = part.month or 1
    for other in parts:
        if other.form == "financial" and other.year:
            found = month_part(other.year - (month > 3), month)
            return Period("month", *_span(found))
        if other.form == "bare_financial":
            return WHICH_YEAR
        if other.form in ("year", "calendar") and other.year:
            return _month_of_year(month, other, parts, dating)
    return NOTHING


def _month_of_year(month: int, year: Part, parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    if dating.reporting_years:
        return Period("month", *_span(month_part((year.year or 0) - (month > 3), month)))
    quarters = {part.quarter for part in parts if part.form in ("quarter_name", "quarter_of_year")}
    if dating.wrapped or quarters - {(month - 1) // 3 + 1}:
        return WHICH_YEAR
    return Period("month", *_span(month_part(year.year or 0, month)))


def _quarter_name(part: Part, parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    for other in parts:
        if other.form == "financial" and other.year:
            return Period("quarter", *_span(quarter_part(other.year - 1, part.quarter or 1)))
        if other.form == "bare_financial":
            return WHICH_YEAR
        if other.form in ("year", "calendar") and other.year:
            return _quarter_of_year(part, [other], dating)
    return NOTHING


def _quarter_of_year(part: Part, parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    year = next((other.year for other in (part, *parts) if other.year), None) or 0
    quarter = part.quarter or 1
    if dating.calendar_quarters or any(other.form == "calendar" for other in parts):
        return Period("quarter", date(year, 3 * quarter - 2, 1), last_day(year, 3 * quarter))
    if dating.reporting_years:
        return Period("quarter", *_span(quarter_part(year - 1, quarter)))
    return WHICH_QUARTER


def _date(part: Part, _: Sequence[Part], dating: Dating) -> Period | Unsettled:
    end = part.end or date.min
    if (end.month, end.day) == dating.year_end or _is_outturn(end, dating):
        return Period("year", year_to(end), end)
    return Period("snapshot", end, end) if dating.stock else NOTHING


def _is_outturn(end: date, dating: Dating) -> bool:
    """Tell the workforce's year to 31 March, which councils report, from any other day."""
    return not dating.stock and (end.month, end.day) == OUTTURN


def _quarter_date(part: Part, _: Sequence[Part], dating: Dating) -> Period | Unsettled:
    end = part.end or date.min
    return Period("snapshot", end, end) if dating.stock else Unsettled(question="ends")


def _either_date(_: Part, __: Sequence[Part], ___: Dating) -> Period | Unsettled:
    return Unsettled(question="order")


def _bare_financial(_: Part, __: Sequence[Part], ___: Dating) -> Period | Unsettled:
    return WHICH_YEAR


def _year(part: Part, parts: Sequence[Part], dating: Dating) -> Period | Unsettled:
    month = next((other.month for other in parts if other.form == "day" and other.month), dating.year_end[0])
    end = last_day(part.year or 0, month)
    return Period("year", year_to(end), end)


def _span(part: Part) -> tuple[date, date]:
    return part.start or date.min, part.end or date.min


MAKERS: dict[str, Maker] = {
    "ytd": _to_date,
    "rolling": _rolling,
    "month": _as_it_is("month"),
    "month_name": _month_name,
    "quarter": _as_it_is("quarter"),
    "quarter_name": _quarter_name,
    "quarter_of_year": _quarter_of_year,
    "year_ending": _as_it_is("year"),
    "quarter_date": _quarter_date,
    "date": _date,
    "bare_financial": _bare_financial,
    "begun": _begun,
    "either_date": _either_date,
    "academic": _as_it_is("year"),
    "financial": _as_it_is("year"),
    "calendar": _as_it_is("year"),
    "year": _year,
}
