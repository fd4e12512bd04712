"""Which texts stand around each table of a file, the nearest first: titles, tab, other sheets, the file's name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from etl.reader.choices import chosen_header
from etl.reader.model import Place
from etl.reader.tables.find import Table, find_tables
from etl.reader.tables.grid import Grid
from etl.reader.words.authorities import find_authority
from etl.reader.words.titles import Around, file_words, read_around

MOST_TITLES = 12  # lines above a table: what stands higher is of something else
MADE_FOR = ("title", "tab", "file", "cover")  # texts that may name the month for which a file was made


@dataclass(frozen=True, slots=True)
class Surrounded:
    """A table, the texts around it in levels, and by row the sub-headings within it."""

    table: Table
    around: tuple[tuple[Around, ...], ...]
    sections: Mapping[int, Around]


def surrounded_tables(grids: Sequence[Grid], name: str, answers: Mapping[str, str]) -> Iterator[Surrounded]:
    """Find the tables of all sheets and what stands around them; `name` is that of the file."""
    found = [(grid, *find_tables(grid, chosen_header(grid.name, answers))) for grid in grids]
    elsewhere = tuple(text for grid, tables, loose in found if not tables for text in _texts(grid, loose, "cover"))
    file = (read_around(file_words(name), "file"),)
    for grid, tables, _ in found:
        tab = (read_around(grid.name, "tab"),) if grid.name else ()
        first = _texts(grid, tables[0].titles, "title") if tables else []
        for table in tables:
            yield Surrounded(
                table, (*_above(grid, table, first), _below(grid, table), tab, elsewhere, file), _sections(table)
            )


def _above(grid: Grid, table: Table, first: Sequence[Around]) -> Iterator[tuple[Around]]:
    """Give the titles of a table, then those of the first of its sheet that are not on the same lines."""
    own = _texts(grid, table.titles, "title")
    lines = {around.place[0] for around in own if around.place}
    shared = [around for around in first if around.place and around.place[0] not in lines]
    return ((around,) for around in (*own, *shared))


def _below(grid: Grid, table: Table) -> tuple[Around, ...]:
    """Give the notes that name the period of the table above them."""
    notes = _texts(grid, table.notes, "note")
    return tuple(note for note in notes if note.parts and note.text[:7].casefold() == "period:")


def _sections(table: Table) -> Mapping[int, Around]:
    rows = table.grid.rows
    return {
        row: read_around(rows[row][column].text, "section", (row, column)) for row, column in table.sections.values()
    }


def _texts(grid: Grid, places: Iterable[Place], origin: str) -> list[Around]:
    """Read the titles of a table, nearest first; a key and its value on one line are read together."""
    lines: dict[int, list[tuple[int, str]]] = {}
    for row, column in places:
        lines.setdefault(row, []).append((column, grid.rows[row][column].text))
    return [_line(row, texts, origin) for row, texts in list(lines.items())[:MOST_TITLES]]


def _line(row: int, texts: Sequence[tuple[int, str]], origin: str) -> Around:
    if len(texts) == 2 and find_authority(texts[1][1]).authority:
        return read_around(texts[1][1], origin, (row, texts[1][0]))
    return read_around(" ".join(text for _, text in texts), origin, (row, texts[0][0]))


def month_of(tables: Iterable[Surrounded]) -> date | None:
    """Find the month for which the file was made, if its titles name one only."""
    texts = {around for each in tables for level in each.around for around in level if around.origin in MADE_FOR}
    ends = {part.end for text in texts for part in text.parts if part.form in ("month", "date", "ytd") and part.end}
    return ends.pop() if len(ends) == 1 else None


def legend_lines(grids: Iterable[Grid]) -> Iterator[str]:
    """Give every text that may be a legend; two cells beside each other may be a sign and its meaning."""
    for grid in grids:
        for cells in grid.rows.values():
            texts = [cell.text for cell in cells.values()]
            if len(texts) <= 3:
                yield from (text for text in texts if len(text) > 4)
                if len(texts) == 2 and len(texts[0]) <= 6:
                    yield f"{texts[0]} = {texts[1]}"
