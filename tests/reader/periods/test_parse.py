"""What is written about a period means one period."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from etl.reader.periods.parse import parse_period


@given(st.dates(date(1995, 1, 1), date(2045, 12, 31)))
def test_a_date_is_read_day_first(day: date) -> None:
    for written in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day:%d %B %Y}", f"{day:%d-%b-%Y}"):
        part = parse_period(written)
        assert part is not None and part.form == "date" and part.end == day


@given(st.integers(1995, 2045), st.integers(1, 4))
def test_a_quarter_of_a_financial_year_is_one_quarter(year: int, quarter: int) -> None:
    short = f"{(year + 1) % 100:02d}"
    ends = {(part.start, part.end) for written in (
        f"Q{quarter} {year}/{short}", f"{year}-{short} Q{quarter}", f"Quarter {quarter} {year}-{short}", f"Qtr {quarter} {year}/{year + 1}",
    ) if (part := parse_period(written))}  # fmt: skip
    start, end = ends.pop()
    assert not ends and start is not None and end is not None
    assert start.month == (4, 7, 10, 1)[quarter - 1] and start.year == year + (quarter == 4)
