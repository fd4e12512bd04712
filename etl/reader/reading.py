"""From a file's bytes to a reading: parse, refuse what is personal, find tables, read figures, say what is doubtful."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from etl.reader.authorities import find_authority
from etl.reader.columns import read_columns
from etl.reader.context import Around, file_words, read_around
from etl.reader.duplicates import unique_records
from etl.reader.facts import Scene, collect
from etl.reader.findings import Findings
from etl.reader.formats.csv import read_csv
from etl.reader.formats.html import read_html
from etl.reader.formats.ods import read_ods
from etl.reader.formats.xls import read_xls
from etl.reader.formats.xlsx import read_xlsx
from etl.reader.grid import Grid, visible
from etl.reader.markers import read_legend
from etl.reader.model import Reading, Refused, Workbook
from etl.reader.outcome import conclude
from etl.reader.personal import refuse_personal
from etl.reader.preview import previews
from etl.reader.scale import settle_values
from etl.reader.seen import mark_roles, report_workbook
from etl.reader.tables import Table, find_tables

FORMATS: dict[str, Callable[[bytes], Workbook]] = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "ods": read_ods,
    "csv": read_csv,
    "html": read_html,
}
EES = {"geographic_level", "time_period", "time_identifier", "new_la_code", "old_la_code"}
MOST_TITLES = 12


def understand(data: bytes, kind: str, name: str, answers: Mapping[str, str]) -> Reading:
    """Read a file whose kind is known from outside.

    Raises
    ------
    Refused
        If the file holds personal data, nothing, or cannot be read.
    """
    workbook = FORMATS[kind](data)
    if not any(sheet.rows for sheet in workbook.sheets):
        raise Refused("EMPTY", "The file has no filled cell.")
    refuse_personal(workbook)
    findings = Findings(answers)
    grids = [visible(sheet) for sheet in workbook.sheets if not sheet.hidden]
    found = [(grid, *find_tables(grid)) for grid in grids]
    findings.legend = read_legend(_notes(found))
    scenes = list(_scenes(found, name))
    findings.until = _until(scenes)
    for scene in scenes:
        collect(scene, findings)
        mark_roles(scene, findings)
    report_workbook(workbook, findings)
    records = unique_records(settle_values(findings), findings)
    return conclude(records, findings, previews(workbook, findings), scenes)


def _notes(found: Iterable[tuple[Grid, list[Table], list[tuple[int, int]]]]) -> Iterable[str]:
    """Give every text that may be a legend."""
    for grid, _, _ in found:
        for cells in grid.rows.values():
            texts = [cell.text for cell in cells.values()]
            if len(texts) <= 3:
                yield from (text for text in texts if len(text) > 4)
                if len(texts) == 2 and len(texts[0]) <= 6:
                    yield f"{texts[0]} = {texts[1]}"


def _scenes(found: list[tuple[Grid, list[Table], list[tuple[int, int]]]], name: str) -> Iterable[Scene]:
    elsewhere = [around for grid, tables, loose in found if not tables for around in _texts(grid, loose, "cover")]
    title = [read_around(file_words(name), "file")]
    number = 0
    for grid, tables, _ in found:
        tab = [read_around(grid.name, "tab")] if grid.name else []
        first = _texts(grid, tables[0].titles, "title") if tables else []
        for table in tables:
            number += 1
            own = _texts(grid, table.titles, "title")
            below = [
                around
                for around in _texts(grid, table.notes, "note")
                if around.parts and around.text[:7].casefold() == "period:"
            ]
            lines = {around.place[0] for around in own if around.place}
            shared = [around for around in first if around.place and around.place[0] not in lines]
            levels = [[around] for around in own] + [[around] for around in shared]
            scene = Scene(number, table, read_columns(table), [*levels, below, tab, elsewhere, title], sheet=grid.name)
            scene.sections = {
                row: read_around(grid.rows[row][column].text, "section", (row, column))
                for row, column in table.sections.values()
            }
            texts = {text for column in scene.columns for text in column.texts}
            scene.ees = len(texts & EES) >= 2
            yield scene


def _texts(grid: Grid, places: Iterable[tuple[int, int]], origin: str) -> list[Around]:
    """Read the titles of a table, nearest first; a key and its value on one line are read together."""
    found: list[Around] = []
    lines: dict[int, list[tuple[int, str]]] = {}
    for row, column in places:
        lines.setdefault(row, []).append((column, grid.rows[row][column].text))
    for row, texts in list(lines.items())[:MOST_TITLES]:
        column = texts[0][0]
        if len(texts) == 2 and find_authority(texts[1][1]).authority:
            found.append(read_around(texts[1][1], origin, (row, texts[1][0])))
        else:
            found.append(read_around(" ".join(text for _, text in texts), origin, (row, column)))
    return found


def _until(scenes: Iterable[Scene]) -> date | None:
    """Find the month for which the file was made, if its titles name one only."""
    ends = {
        part.end
        for scene in scenes
        for level in scene.around
        for around in level
        if around.origin in ("title", "tab", "file", "cover")
        for part in around.parts
        if part.form in ("month", "date", "ytd") and part.end
    }
    return ends.pop() if len(ends) == 1 else None
