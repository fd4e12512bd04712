"""The runs of figures of one table: those under one heading, or beside one label, with what is said of them."""

from etl.reader.account import Account, Line, reason
from etl.reader.cells.text import plain
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.figures.measure_text import measure_said
from etl.reader.figures.says import evidence_of
from etl.reader.model import Place
from etl.reader.periods.kinds import Period
from etl.reader.remarks import Asked, Left, Offered, Remark, Remarks
from etl.reader.words.explained import unexplained

MOST_LINES = 5_000  # of one table: of a longer one with a label of its own in each row the rest are not told apart
Key = tuple[str, str | int, Place | None]


class Headed:
    """Finds for each figure of a table the run that it belongs to, and notes what became of it."""

    def __init__(self, known: KnownTable, account: Account) -> None:
        self._known, self._account = known, account
        self._lines: dict[Key, Line] = {}

    def line(self, spot: Spot) -> Line:
        """Count a figure under its heading."""
        key = _key(spot)
        line = self._lines.get(key) or self._begin(key, spot)
        line.figures += 1
        line.last = max(line.last, spot.place)
        if spot.column.number not in line.seen:
            line.seen.add(spot.column.number)
            for evidence, place, each in evidence_of(spot):
                line.say(evidence, place, each=each)
        return line

    def _begin(self, key: Key, spot: Spot) -> Line:
        if len(self._lines) >= MOST_LINES:
            key = ("rest", "", None)
            if key in self._lines:
                return self._lines[key]
        direction, heading = key[0], _heading(spot)
        line = Line(len(self._account.lines), direction, spot.known.sheet, heading, spot.place, spot.place)
        line.unexplained |= dict.fromkeys(_unexplained(spot))
        self._account.lines.append(line)
        self._lines[key] = line
        return line

    def left(self, line: Line, spot: Spot, remarks: Remarks, kind: str) -> None:
        """Note that a figure was left out: of the kind that is given, unless what was said of it has counted it."""
        noted = next((remark.kind for remark in remarks if isinstance(remark, Left)), "")
        questions = [remark.question.id for remark in remarks if isinstance(remark, Asked | Offered)]
        line.questions |= dict.fromkeys(questions)
        message = next(
            (remark.issue.message for remark in remarks if isinstance(remark, Remark)), reason(noted or kind)
        )
        line.why = line.why or message
        if not noted:
            self._account.leave(Left(kind, spot.known.sheet, spot.place, line.heading))


def read_as(line: Line, indicator: str, period: Period) -> None:
    """Note what a figure was read as."""
    line.read += 1
    line.indicator = line.indicator or indicator
    line.periods[period.kind, period.start.isoformat(), period.end.isoformat()] = None


def _key(spot: Spot) -> Key:
    """Tell the runs of a table apart: by the label where it names the measure, else by the column."""
    named, section = spot.column.named, spot.section
    if spot.row.measure.text and not (named and named.sure):
        return "row", plain(spot.row.measure.text), None
    return "column", spot.column.number, section.place if section and section.named else None


def _heading(spot: Spot) -> str:
    own = " / ".join(spot.column.texts)
    if _key(spot)[0] == "row":
        return spot.row.measure.text
    return own or measure_said(spot).text


def _unexplained(spot: Spot) -> tuple[str, ...]:
    """Find the words of its headings that the measure, known or likely, does not explain."""
    named = measure_said(spot).named
    texts = (spot.row.measure.text,) if _key(spot)[0] == "row" else spot.column.texts
    return tuple(word for text in texts for word in unexplained(text, named.indicator if named else ""))
