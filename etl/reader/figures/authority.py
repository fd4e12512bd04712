"""Which authority a figure is of: its row or column, the sub-heading, the titles, the tab, the name of the file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from etl.reader.cells.names import a1
from etl.reader.cells.text import plain
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.model import Place, Question
from etl.reader.periods.kinds import Period
from etl.reader.remarks import LONGEST_LABEL, Asked, Left, Offered, Remark, Remarks, fixed, problem
from etl.reader.tables.row import Row
from etl.reader.words.authorities import Authority, authorities, fitted
from etl.reader.words.titles import Around, find_one

NOT_OURS = "is not in England. Only English authorities can be compared. Take the row out."
NOT_KNOWN = "is not an authority that is known. Use its official name or its code."
OF_TWO = "and the code beside it are of different authorities. Correct one of them."
OF_WHOM = (("same", "Yes, they are"), ("other", "No, leave them out"))
A_PART = "stands among parts of another authority, and was not taken for the council of that name."


@dataclass(frozen=True, slots=True)
class Placed:
    """The authority of a figure, or nothing while it has to be asked for."""

    authority: Authority | None

    def at(self, end: date) -> Authority | None:
        """Give the authority as it was at a time."""
        return fitted(self.authority, end) if self.authority else None


def authority_of(spot: Spot) -> tuple[Placed | None, Remarks]:
    """Find the authority of a figure; nothing where the row or column is of no authority."""
    section = spot.section
    if spot.row.authority.at:
        return _by_row(spot.known, spot.row)
    if spot.column.authority:
        return Placed(spot.column.authority), ()
    if section and section.authorities:
        return (Placed(section.authorities[0]) if len(section.authorities) == 1 else None), ()
    if any(other.role in ("authority", "code") for other in spot.known.columns):
        return None, ()
    if section and "elsewhere" in section.hints:
        return None, (Left("summary", spot.known.sheet, spot.place, section.text),)
    if around := _elsewhere(spot.known):
        return None, tuple(_of_whom(spot, around))
    return _by_context(spot.known)


def _elsewhere(known: KnownTable) -> Around | None:
    """Find the tab, or the title below the authority's name, that speaks of England, a region or neighbours."""
    named = next((place for place, around in enumerate(known.near) if around.authorities), len(known.near))
    tabs = (around for around in known.near[named:] if around.origin == "tab")
    doubtful = (around for around in (*known.near[:named], *tabs) if "elsewhere" in around.hints)
    return next((around for around in doubtful if known.given.answers.get(_words_id(around)) != "same"), None)


def _words_id(around: Around) -> str:
    return f"words:{plain(around.text)[:LONGEST_LABEL]}"


def _of_whom(spot: Spot, around: Around) -> Iterator[Remark | Left | Offered]:
    """Ask whether the figures under the name of a region are of the one authority of the file."""
    sheet, place, label = spot.known.sheet, around.place or spot.column.head, around.text[:LONGEST_LABEL]
    authority, _, _ = find_one(spot.known.around)
    if authority is None:
        yield Left("summary", sheet, spot.place, label)
        return
    message = f"“{label}” stands over figures of {authority.name}. They wait for an answer."
    yield Left("waiting", sheet, spot.place, label)
    yield replace(problem("NO_AUTHORITY", "check", message, sheet, place), key=("NO_AUTHORITY", sheet, label))
    wording = f"Are the figures under “{label}” of {authority.name}?"
    yield Offered(Question(_words_id(around), "words", wording, OF_WHOM, sheet, a1(place)))


def _by_row(known: KnownTable, row: Row) -> tuple[Placed | None, Remarks]:
    chosen = known.given.answers.get(_question_id(known, row))
    if chosen in authorities():
        return Placed(authorities()[chosen]), ()
    found = row.authority.answer.authority
    if found and not _is_sub_area(known, found):
        return Placed(found), ()
    return None, _doubt(known, row)


def _question_id(known: KnownTable, row: Row) -> str:
    return f"authority:{known.sheet}:{plain(row.authority.text)}"


def _is_sub_area(known: KnownTable, authority: Authority) -> bool:
    """Tell a district or team from the council of the same name, in a table about one authority."""
    if not known.sub_areas:
        return False
    whole, _, _ = find_one(known.around)
    return whole is not None and whole.dfe_code != authority.dfe_code


def _doubt(known: KnownTable, row: Row) -> Remarks:
    """Say why the name in a row was not taken, and ask where the visitor can say."""
    said, answer = row.authority, row.authority.answer
    if said.clash:
        return (_problem(known, row, "AMBIGUOUS_AUTHORITY", OF_TWO),)
    if answer.authority:
        return (_problem(known, row, "AMBIGUOUS_AUTHORITY", A_PART),)
    if answer.candidates:
        return _which(known, row)
    if answer.foreign:
        return (_problem(known, row, "NOT_ENGLAND", NOT_OURS),)
    options = (*((code, each.name) for code, each in authorities().items()), ("none", "None"))
    wording = f"Which authority is “{said.text[:LONGEST_LABEL]}”?"
    question = Question(_question_id(known, row), "authority", wording, options, known.sheet)
    return _problem(known, row, "UNKNOWN_AUTHORITY", NOT_KNOWN), Offered(question)


def _problem(known: KnownTable, row: Row, code: str, what: str) -> Remark:
    return problem(code, "must", f"“{row.authority.text[:LONGEST_LABEL]}” {what}", known.sheet, row.authority.at)


def _which(known: KnownTable, row: Row) -> Remarks:
    said = row.authority
    names = " or ".join(authority.name for authority in said.answer.candidates)
    what = f"may mean {names}, or another place. Use the full name or the code."
    options = (*((each.dfe_code, each.name) for each in said.answer.candidates), ("none", "None of these"))
    wording = f"Which authority is “{said.text[:LONGEST_LABEL]}”?"
    cell = a1(said.at) if said.at else None
    question = Question(_question_id(known, row), "authority", wording, options, known.sheet, cell)
    return _problem(known, row, "AMBIGUOUS_AUTHORITY", what), Asked(question)


def _by_context(known: KnownTable) -> tuple[Placed | None, Remarks]:
    sheet = known.sheet
    if (chosen := known.given.answers.get(f"authority:{sheet}")) in authorities():
        return Placed(authorities()[chosen]), ()
    authority, candidates, around = find_one(known.around)
    other = _on_the_tab(known)
    if authority and around and around.origin == "title" and other and other != authority:
        message = f"The title says {authority.name}, and the tab {other.name}. Its figures wait for an answer."
        return Placed(None), _one_of(known, (authority, other), message, around.place)
    if authority:
        said = f"The authority, {authority.name}, was read from the name of the file."
        return Placed(authority), ((fixed(said, sheet),) if around and around.origin == "file" else ())
    if not candidates and any("summary" in text.hints for level in known.around for text in level):
        return None, ()
    return Placed(None), _whose(known, candidates, around)


def _on_the_tab(known: KnownTable) -> Authority | None:
    """Find the one authority that the tab names."""
    tabs = (around.authorities for around in known.near if around.origin == "tab")
    return next((found[0] for found in tabs if len(found) == 1), None)


def _whose(known: KnownTable, candidates: tuple[Authority, ...], around: Around | None) -> Remarks:
    """Ask for the authority of a whole table."""
    sheet, first = known.sheet, known.table.rows[0]
    place = (around.place if around else None) or (first, min(known.table.grid.rows[first]))
    if candidates and around:
        names = " or ".join(found.name for found in candidates)
        return _one_of(known, candidates, f"“{around.text[:LONGEST_LABEL]}” may mean {names}.", place)
    said = problem("NO_AUTHORITY", "must", "Nothing says which authority these figures are of.", sheet, place)
    return said, _asked(known, tuple(authorities().values()), place)


def _one_of(known: KnownTable, candidates: tuple[Authority, ...], message: str, place: Place | None) -> Remarks:
    """Say why it is not certain which of some authorities a table is of, and ask."""
    said = problem("AMBIGUOUS_AUTHORITY", "must", message, known.sheet, place)
    return said, _asked(known, candidates, place or (1, 1))


def _asked(known: KnownTable, candidates: tuple[Authority, ...], place: Place) -> Asked:
    options = tuple((found.dfe_code, found.name) for found in candidates)
    wording = "Which authority are these figures of?"
    return Asked(Question(f"authority:{known.sheet}", "authority", wording, options, known.sheet, a1(place)))


def ended(authority: Authority, period: Period, sheet: str | None, place: Place) -> Remark | None:
    """Report a figure of an authority for a time when it had ended; its successors are not the same area."""
    if authority.closed is None or period.start <= authority.closed:
        return None
    day = f"{authority.closed:%d/%m/%Y}"
    message = f"{authority.name} ended on {day}, before this period. Name the authority that followed."
    return problem("AMBIGUOUS_AUTHORITY", "must", message, sheet, place)
