"""The text that names the measure of a figure: the nearest, with what stands over the column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.reader.cells.text import words
from etl.reader.figures.known_table import Spot
from etl.reader.model import Place
from etl.reader.tables.column import Column
from etl.reader.words.explained import unexplained
from etl.reader.words.headings import vocabulary
from etl.reader.words.indicators import Named, name_indicator
from etl.reader.words.units import is_another_rate

KEYS = ("authority", "code", "period", "measure")
RATES = {"rate", "percent", "percentage", "per1000", "per10000", "per100000", "proportion", "average"}


@dataclass(frozen=True, slots=True)
class Said:
    """A text that ought to name the measure: what it names, where it stands, what it says."""

    named: Named | None
    place: Place | None
    text: str


def measure_said(spot: Spot) -> Said:
    """Find the text that names the measure; a text that is there and unknown is not passed over."""
    column, measure, section = spot.column, spot.row.measure, spot.section
    own = " ".join(column.texts)
    if column.named and column.named.sure:
        if measure.named and measure.named.sure and measure.named.indicator != column.named.indicator:
            return Said(None, measure.at, measure.text)
        return Said(_together(column.named, own, column, measure.text), column.head, own)
    if measure.text:
        return Said(_together(measure.named, measure.text, column), measure.at, f"{measure.text} {own}")
    if column.named or _names_something(column):
        return Said(column.named, column.head, own)
    if section and section.named:
        return Said(_together(section.named, section.text, column), section.place, section.text)
    return next(_farther(spot, own))


def _farther(spot: Spot, own: str) -> Iterator[Said]:
    """Find the measure of a column that names none: the only one of the table, or that of the titles."""
    known, column = spot.known, spot.column
    if (column.parts or column.authority) and (lender := _lender(known.columns, column)):
        text = " ".join(lender.texts)
        yield Said(_together(lender.named, text, column), lender.head, text)
    for around in (around for level in known.around for around in level if around.named):
        yield Said(_together(around.named, around.text, column), around.place, f"{around.text} {own}")
    dated = next((other.head for other in known.columns if other.role == "value" and other.parts), None)
    yield Said(None, dated, "") if column.parts else Said(None, None, own)


def _lender(columns: Sequence[Column], column: Column) -> Column | None:
    """Find the column whose measure goes on over one that has only a period: none across a heading of something else.

    The corner of a table ("Agency rate" over the names of authorities) names the measure of all its columns.
    """
    corner = next((other for other in columns if other.role in KEYS and other.named and other.named.sure), None)
    speaking = [other for other in columns if other.role == "value" and (other.named or _names_something(other))]
    before = [other for other in speaking if other.number < column.number]
    lenders = before[-1:] or ([] if corner else speaking[:1])
    measures = {other.named.indicator for other in speaking if other.named and other.named.sure}
    if any(not (other.named and other.named.sure) for other in lenders) or len(measures) > 1:
        return None
    return lenders[0] if lenders else corner


def _together(named: Named | None, text: str, column: Column, label: str = "") -> Named | None:
    """Read "Referrals" elsewhere and "rate per 10,000" over the column, or beside the row, as one name."""
    counted = [heading for heading in (*column.texts, label) if is_way_of_counting(heading)]
    if not counted or (named and named.exact):
        return named
    together = name_indicator(f"{text} {' '.join(counted)}")
    if together and together.sure:
        return together
    spoken = {word for heading in counted for word in words(heading)}
    other = named is not None and (
        (spoken & RATES and named.unit == "count") or is_another_rate(named.indicator, spoken)
    )
    return None if other else named


def is_way_of_counting(heading: str) -> bool:
    """Tell "Number", "%", "Rate per 10,000 children under 18"."""
    spoken = set(words(heading))
    whole = vocabulary("children") if "per10000" in spoken else frozenset()
    return bool(spoken) and spoken <= vocabulary("counted") | whole


def _names_something(column: Column) -> bool:
    """Tell a heading that must be a measure's from one that says only "Value" or a period."""
    return not column.authority and any(set(unexplained(text)) - vocabulary("means") for text in column.texts)
