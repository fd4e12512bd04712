"""The text that names the measure of a figure: the nearest, with what stands over the column."""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.reader.cells.text import words
from etl.reader.figures.known_table import Spot
from etl.reader.model import Place
from etl.reader.tables.column import Column
from etl.reader.words.headings import role_of, vocabulary
from etl.reader.words.indicators import Named, name_indicator

RATES = {"rate", "percent", "percentage", "per10000", "proportion", "average"}


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
        return Said(_together(column.named, own, column), column.head, own)
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
    values = [other for other in known.columns if other.role == "value" and other.named and other.named.sure]
    if column.parts and len({other.named.indicator for other in values if other.named}) == 1:
        text = " ".join(values[0].texts)
        yield Said(_together(values[0].named, text, column), values[0].head, text)
    for around in (around for level in known.around for around in level if around.named):
        yield Said(_together(around.named, around.text, column), around.place, f"{around.text} {own}")
    dated = next((other.head for other in known.columns if other.role == "value" and other.parts), None)
    yield Said(None, dated, "") if column.parts else Said(None, None, own)


def _together(named: Named | None, text: str, column: Column) -> Named | None:
    """Read "Referrals" elsewhere and "rate per 10,000" over the column as one name."""
    counted = [
        heading for heading in column.texts if (spoken := set(words(heading))) and spoken <= vocabulary("counted")
    ]
    if not counted:
        return named
    together = name_indicator(f"{text} {' '.join(counted)}")
    if together and together.sure:
        return together
    rated = any(set(words(heading)) & RATES for heading in counted)
    return None if rated and named and named.unit == "count" else named


def _names_something(column: Column) -> bool:
    """Tell a heading that must be a measure's from one that says only "Value" or a period."""
    if not column.texts or column.parts or column.authority:
        return False
    spoken = set(words(" ".join(column.texts)))
    return not (all(role_of(text) in ("value", "period") for text in column.texts) or spoken <= vocabulary("counted"))
