"""What is said of figures that are of no period that is kept: averages per month, parts of a year, days to come."""

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.reader.cells.text import plain, words
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.model import Place
from etl.reader.periods.kinds import Period, Unsettled
from etl.reader.remarks import LONGEST_LABEL, Remark, Remarks, fixed, left_out, problem
from etl.reader.words.indicators import is_count

PER_PART = re.compile(
    r"\b(?:per|a|each|every)\s+(month|week|quarter|day|working day)\b"
    r"|\b(month|week|quarter|dai|day)ly\s+(?:average|avg|mean)\b|\b(?:average|avg|mean)\s+(month|week|quarter|dai)ly\b"
    r"|\b(week|dai)ly\b"
)


def per_part(spot: Spot, indicator: str, period: Period) -> Unsettled | None:
    """Tell "Referrals per month" over a year: an average of its months, and not the number of the year."""
    if not is_count(indicator):
        return None
    for text, _ in _labels(spot):
        said, unit = _said(text)
        if unit and unit != period.kind:
            return Unsettled(left_out=f"an average ({said}), not the number of the period")
    return None


@lru_cache(maxsize=20_000)
def _said(text: str) -> tuple[str, str]:
    """Find the words that make an average of a count, and of which time."""
    match = PER_PART.search(plain(text))
    return (match[0], next((group for group in match.groups() if group), "")) if match else ("", "")


def not_kept(spot: Spot, why: str) -> Remark:
    """Say once for a heading that its figures are of no period that is kept."""
    label, place = next((each for each in _labels(spot) if each[0]), ("", spot.place))
    return left_out(f"“{label[:LONGEST_LABEL]}” was left out: {why}.", spot.known.sheet, place)


def so_far(spot: Spot, period: Period) -> Remarks:
    """Say that a month or quarter headed "cumulative" was read as the year up to its end."""
    text, place = " ".join(spot.column.texts), spot.column.head
    if period.kind != "ytd" or not spot.column.parts or not set(words(text)) & {"cumulative", "cum"}:
        return ()
    what = f"“{text[:LONGEST_LABEL]}” was read as the year so far, to {period.end:%d/%m/%Y}, not as its last part."
    return (problem("TO_DATE", "check", what, spot.known.sheet, place),)


def left_out_part(known: KnownTable, place: Place) -> Remark:
    """Say once for a column that its rows are parts of the whole."""
    cell = known.table.grid.at(*place)
    label = (cell.text if cell else "")[:LONGEST_LABEL]
    column = next((each for each in known.columns if each.number == place[1]), None)
    heading = " ".join(column.texts)[:LONGEST_LABEL] if column else ""
    what = f"“{label}” under “{heading}” is a part of the whole: rows like it were left out."
    return fixed(what, known.sheet, place, kind="part")


def _labels(spot: Spot) -> Iterator[tuple[str, Place]]:
    yield " ".join(spot.column.texts), spot.column.head
    if spot.row.measure.at:
        yield spot.row.measure.text, spot.row.measure.at
