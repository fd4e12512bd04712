"""What is said of a figure whose measure is not known, or not one of ours."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from data.catalogue import Indicator, indicators
from etl.reader.cells.names import a1
from etl.reader.cells.text import plain, words
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.figures.measure_text import Said
from etl.reader.model import Place, Question
from etl.reader.periods.parse import find_periods
from etl.reader.remarks import LONGEST_LABEL, Asked, Offered, Remark, Remarks, left_out, problem
from etl.reader.words.explained import names_service
from etl.reader.words.indicators import Named, name_indicator, title
from etl.reader.words.units import meaning


def question_id(known: KnownTable, place: Place) -> str:
    """Give the key of the question about a heading: the same for all headings that differ only in their period.

    "Reviews in time" under "Child protection" and under "Children looked after" are two: sub-headings and tabs of a
    measure or a service tell them apart.
    """
    kind = _kind(heading_at(known, place))
    return f"indicator:{kind}{_under(known, place)}" if kind else f"indicator:{known.sheet}:{place[0]}:{place[1]}"


def _under(known: KnownTable, place: Place) -> str:
    """Give the sub-heading above a place, and the name of its tab, where they speak of a measure or a service."""
    above = max((row for row in known.sections if row < place[0]), default=0)
    texts = (known.sections[above].text if above else "", known.sheet or "")
    return "".join(f" < {plain(text)}" for text in texts if text and (name_indicator(text) or names_service(text)))


def heading_at(known: KnownTable, place: Place) -> str:
    """Give what stands at a place, with the headings of the groups above: "Number" is of something."""
    over = next((column.texts for column in known.columns if column.head == place), ())
    cell = known.table.grid.at(*place)
    return " / ".join(over) or (cell.text if cell else "")


@lru_cache(maxsize=20_000)
def _kind(text: str) -> str:
    """Fold a heading without its periods."""
    return plain(find_periods(text.replace(" / ", " ; "))[1]).strip(" -:,();")


def _label(heading: str) -> str:
    """Give a heading as a question names it: a period alone says nothing of the measure."""
    levels = [level for level in heading.split(" / ") if _kind(level)] or [heading]
    return " / ".join(levels)[:LONGEST_LABEL]


QUIET = {"vacancies_fte", "agency_fte", "agency_cover_rate", "referral_nfa_rate"}  # counts beside what is compared


def which_measure(spot: Spot, said: Said) -> Remarks:
    """Say that a heading names no measure of ours, or ask for the measure of a table that has none."""
    if not said.text and spot.column.head[0]:
        return _nothing_said(spot)
    return tuple(_unknown(spot.known, said, said.place)) if said.place else ()


def _unknown(known: KnownTable, said: Said, place: Place) -> Iterator[Remark | Asked | Offered]:
    named, sheet = said.named, known.sheet
    label = _label(heading_at(known, place) or said.text)
    if named and named.sure and named.offered:
        yield _offer(named, label, sheet, place)
        if not known.official:
            yield left_out(f"“{label}” can be read if you say so, and was left out.", sheet, place)
            return
    close = named is not None and (named.decoy or named.indicator in QUIET)
    if known.official or close or "pounds" in words(said.text):
        left = left_out(f"“{label}” is not one of the dashboard's measures and was left out.", sheet, place)
        yield replace(left, key=("LEFT_OUT", sheet, question_id(known, place)))
        return
    hint = f" It may be “{title(named.indicator)}”: say so, or" if named else " Nothing need be done, or"
    message = f"“{label}” is not one of the measures that are read by name.{hint} rename it."
    unknown = problem("UNKNOWN_INDICATOR", "check", message, sheet, place)
    yield replace(unknown, key=("UNKNOWN_INDICATOR", sheet, question_id(known, place)))
    yield Offered(_question(f"Which measure is “{label}”?", known, place, named.indicator if named else None))


def _offer(named: Named, label: str, sheet: str | None, place: Place) -> Offered:
    """Offer a measure that is read only if the visitor says so, who is told what it counts, and how."""
    wording = f"“{label}” can be read as “{title(named.indicator)}” ({meaning(named.indicator)}). Shall it be?"
    if plain(label) == plain(title(named.indicator)):
        wording = f"Shall “{label}” be read too, as “{meaning(named.indicator)}”?"
    options = (("yes", "Yes, read it"), ("no", "No"))
    return Offered(Question(f"use:{named.indicator}", "use", wording, options, sheet, a1(place)))


def _nothing_said(spot: Spot) -> Remarks:
    """Ask once for the measure of a table that has periods over its figures and no measure anywhere."""
    known = spot.known
    dated = (other.head for other in known.columns if other.role == "value" and other.parts)
    head = next(dated, spot.column.head)
    message = "Nothing says which measure these figures are of."
    return (
        problem("UNKNOWN_INDICATOR", "check", message, known.sheet, head),
        Offered(_question("Which measure are these figures of?", known, head)),
    )


def _question(wording: str, known: KnownTable, place: Place, suggestion: str | None = None) -> Question:
    return Question(question_id(known, place), "indicator", wording, _measures(), known.sheet, a1(place), suggestion)


@cache
def _measures() -> tuple[tuple[str, str], ...]:
    return (*((id, _in_unit(indicator)) for id, indicator in indicators().items()), ("none", "None of these"))


def _in_unit(indicator: Indicator) -> str:
    """Name a measure with its unit: "Care applications" alone does not say that they are a rate."""
    return indicator.title if indicator.unit.money else f"{indicator.title}, {indicator.unit}"
