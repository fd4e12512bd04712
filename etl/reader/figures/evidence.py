"""Whether all that is said over, beside and around a figure agrees that it is of its measure."""

from collections.abc import Iterator

from etl.reader.cells.names import a1
from etl.reader.cells.text import plain
from etl.reader.figures.known_table import Spot
from etl.reader.model import Place, Question
from etl.reader.remarks import LONGEST_LABEL, Asked, Offered, Remark, Remarks, left_out, problem
from etl.reader.words.explained import names_team, not_ours, of_another, unexplained
from etl.reader.words.headings import vocabulary
from etl.reader.words.indicators import title
from etl.reader.words.titles import Around

OPTIONS = (("same", "Yes, it changes nothing"), ("other", "No, leave them out"))


def doubts(spot: Spot, indicator: str) -> Remarks:
    """Say which words near a figure its measure does not explain; nothing where all are explained.

    A word that is known to make another figure of it leaves it out; an unknown one is asked about, once for its kind.
    """
    for text, place in _governing(spot, indicator):
        if unexplained(text, indicator) and _answer(spot, text) != "same":
            return tuple(_unexplained(spot, text, place, indicator))
    for around in spot.known.near:
        word = of_another(around.text, indicator)
        topic = spot.known.mixed and not not_ours(around.text)
        if word and not topic and _answer(spot, around.text) != "same":
            return tuple(_other_title(spot, around, word, indicator))
    return ()


def _governing(spot: Spot, indicator: str) -> Iterator[tuple[str, Place]]:
    """Give the texts that must be explained word by word: headings, those of groups, labels, sub-headings."""
    for text in spot.column.texts:
        yield text, spot.column.head
    if spot.row.measure.text and spot.row.measure.at:
        yield spot.row.measure.text, spot.row.measure.at
    section = spot.section
    if section and spot.known.mixed and names_team(section.text, indicator):
        return
    if section and section.place and not (section.authorities or section.doubtful or "elsewhere" in section.hints):
        yield section.text, section.place


def _answer(spot: Spot, text: str) -> str | None:
    return spot.known.given.answers.get(_id(text))


def _id(text: str) -> str:
    return f"words:{plain(text)[:LONGEST_LABEL]}"


def _unexplained(spot: Spot, text: str, place: Place, indicator: str) -> Iterator[Remark | Asked | Offered]:
    label, sheet = text[:LONGEST_LABEL], spot.known.sheet
    missing = " ".join(unexplained(text, indicator))
    if word := not_ours(text) or (missing if missing in vocabulary("means") else ""):
        yield left_out(f"“{label}” is not “{title(indicator)}” (“{word}”), and was left out.", sheet, place)
        return
    message = f"“{label}” has words that “{title(indicator)}” has not: “{missing}”. Its figures wait for an answer."
    yield problem("UNKNOWN_INDICATOR", "check", message, sheet, place)
    yield Offered(_question(text, place, spot, indicator))


def _other_title(spot: Spot, around: Around, word: str, indicator: str) -> Iterator[Remark | Asked | Offered]:
    sheet, place = spot.known.sheet, around.place or spot.column.head
    label = around.text[:LONGEST_LABEL]
    message = f"“{label}” says “{word}”. Figures of “{title(indicator)}” below it wait for an answer."
    yield problem("UNKNOWN_INDICATOR", "check", message, sheet, place)
    yield Offered(_question(around.text, place, spot, indicator))


def _question(text: str, place: Place, spot: Spot, indicator: str) -> Question:
    wording = f"Are the figures under “{text[:LONGEST_LABEL]}” all of “{title(indicator)}”?"
    return Question(_id(text), "words", wording, OPTIONS, spot.known.sheet, a1(place))
