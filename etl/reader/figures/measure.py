"""Which measure a figure is of: its column, its row, the sub-heading, the titles."""

from dataclasses import dataclass

from data.catalogue import indicators
from data.kinds import Unit
from etl.reader.cells.text import words
from etl.reader.figures.evidence import doubts
from etl.reader.figures.known_table import Spot
from etl.reader.figures.measure_text import RATES, Said, is_way_of_counting, measure_said
from etl.reader.figures.measure_unknown import question_id, which_measure
from etl.reader.remarks import Left, Remarks
from etl.reader.words.headings import vocabulary
from etl.reader.words.indicators import Named, is_count, is_percent, name_indicator
from etl.reader.words.units import is_another_rate, is_share, says_unit

RATIOS = RATES - {"average"}
WHOLE_NUMBERS = {"number", "count"}
NUMBERED = {"number", "count", "no", "headcount", "fte", "wte"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, whether a sign of per cent stands with its name, and whether its unit is open."""

    indicator: str
    says_percent: bool = False
    open_unit: bool = False


def measure_of(spot: Spot) -> tuple[Measured | None, Remarks]:
    """Find the measure of a figure, or say once per heading that it is not one of ours."""
    said = _with_unit(measure_said(spot), spot.row.measure.text, spot.row.unit)
    if said.place and (chosen := _answer(spot, question_id(spot.known, said.place))):
        ours = chosen in indicators()
        return (
            (_measured(Named(chosen, sure=True), said.text, spot.row.unit), ()) if ours else (None, _left(spot, "you"))
        )
    named = said.named
    if named and named.sure and not named.exact and _is_beside(named, spot):
        return None, _left(spot, "beside")
    if named is None or not named.sure or (named.offered and _answer(spot, f"use:{named.indicator}") != "yes"):
        return None, which_measure(spot, said)
    doubtful = doubts(spot, named.indicator)
    return (None, doubtful) if doubtful else (_measured(named, said.text, spot.row.unit), ())


def _left(spot: Spot, kind: str) -> Remarks:
    """Say why a figure is left out of which nothing else is said."""
    return (Left(kind, spot.known.sheet, spot.place, " / ".join(spot.column.texts) or spot.row.measure.text),)


def _answer(spot: Spot, question: str) -> str | None:
    return spot.known.given.answers.get(question)


def _with_unit(said: Said, label: str, unit: str) -> Said:
    """Read "Referrals" and "rate per 10,000" in a column of units as one name."""
    if said.named is None or said.named.exact or not unit:
        return said
    for text in (said.text, label):
        if (together := name_indicator(f"{text} {unit}")) and together.sure:
            return Said(together, said.place, text)
    return said


def _is_beside(named: Named, spot: Spot) -> bool:
    """Tell a figure in another unit than its measure is kept in."""
    return (
        _is_count_beside(named, spot) or _has_its_rate_beside(named, spot) or _is_of_another_unit(named, spot.row.unit)
    )


def _is_count_beside(named: Named, spot: Spot) -> bool:
    """Tell the number beside a rate, by a heading or a label that says only how it is counted."""
    if named.unit == "either" or not is_share(named.indicator):
        return False
    alone = [text for text in (*spot.column.texts, spot.row.measure.text) if is_way_of_counting(text)]
    texts = [*alone, " ".join(spot.column.texts)]
    return any(spoken & WHOLE_NUMBERS and not spoken & RATES for spoken in map(set, map(words, texts)))


def _is_of_another_unit(named: Named, written: str) -> bool:
    """Tell by a column of units the count of what is kept as a rate, the rate of what is counted, and money."""
    spoken = set(words(written))
    unit = indicators()[named.indicator].unit
    counted = bool(spoken & NUMBERED) and not spoken & RATES
    return (
        "pounds" in spoken
        or (counted and is_share(named.indicator))
        or ("headcount" in spoken and unit not in (Unit.NUMBER, Unit.PEOPLE))
        or (bool(spoken & RATIOS) and is_count(named.indicator) and named.unit != "either")
        or is_another_rate(named.indicator, spoken)
    )


def _has_its_rate_beside(named: Named, spot: Spot) -> bool:
    """Tell "Agency", a count, where a column headed only "%" stands to its right."""
    if named.unit != "open" or says_unit(named.indicator, words(" ".join(spot.column.texts))):
        return False
    beside = next((other for other in spot.known.columns if other.number == spot.column.number + 1), None)
    if beside is None or beside.named:
        return False
    spoken = {word for text in beside.texts for word in words(text)}
    return bool(spoken & RATES) and spoken <= vocabulary("counted")


def _measured(named: Named, text: str, unit: str) -> Measured:
    spoken = set(words(f"{text} {unit}"))
    percent = bool(spoken & {"percent", "percentage"}) or "%" in unit
    if named.unit == "open" and not percent and not says_unit(named.indicator, spoken):
        return Measured(named.indicator, open_unit=True)
    if named.unit != "either":
        return Measured(named.indicator, says_percent=percent and is_percent(named.indicator))
    if percent:
        return Measured("rereferral_rate", says_percent=True)
    return Measured(named.indicator, open_unit=not spoken & {"count", "number", "no"})
