"""From a file's bytes to a reading: parse, refuse what is personal, find tables, read figures, say what is doubtful."""

from collections.abc import Collection, Mapping, Sequence

from etl.reader.cells.markers import read_legend
from etl.reader.choices import chosen_sheets
from etl.reader.figures.collect import Collected, collect
from etl.reader.figures.duplicates import unique_records
from etl.reader.figures.joint import jointly
from etl.reader.figures.known_table import Given, KnownTable, known_table
from etl.reader.figures.running import by_itself, says_so_far
from etl.reader.figures.scale import in_unit
from etl.reader.figures.unread import unchosen
from etl.reader.files.formats import FORMATS
from etl.reader.findings import Findings
from etl.reader.hidden import hidden_in
from etl.reader.model import Reading, Refused, Workbook
from etl.reader.outcome import conclude
from etl.reader.people.refuse import refuse_personal
from etl.reader.preview import mark_table, previews
from etl.reader.tables.grid import visible
from etl.reader.tables.surroundings import legend_lines, month_of, surrounded_tables
from etl.reader.understood import SheetLayout


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
    tables, findings = _tables(workbook, name, answers), Findings()
    chosen = chosen_sheets(workbook.sheets, answers)
    collected = [_collected(known, findings) for known in tables if known.sheet in chosen]
    findings.note([left for known in tables if known.sheet not in chosen for left in unchosen(known)])
    findings.note(list(hidden_in(workbook)))
    facts = list(findings.take(jointly([fact for each in collected for fact in each.facts])))
    said = {known.number for known in tables if says_so_far(known)}
    facts = list(findings.take(by_itself(facts, said, answers)))
    records = list(findings.take(unique_records(findings.take(in_unit(facts, answers)))))
    return conclude(
        records,
        findings,
        previews(workbook, findings),
        layouts=_layouts(tables, chosen),
        understood=sum(each.wanted for each in collected),
        has_rows=any(known.rows for known in tables),
    )


def _tables(workbook: Workbook, name: str, answers: Mapping[str, str]) -> list[KnownTable]:
    grids = [visible(sheet) for sheet in workbook.sheets if not sheet.hidden]
    tables = list(surrounded_tables(grids, name, answers))
    given = Given(answers, read_legend(legend_lines(grids)), month_of(tables))
    return [known_table(number, each, given) for number, each in enumerate(tables, start=1)]


def _collected(known: KnownTable, findings: Findings) -> Collected:
    collected = collect(known, findings)
    mark_table(known, findings)
    return collected


def _layouts(tables: Sequence[KnownTable], chosen: Collection[str | None]) -> tuple[SheetLayout, ...]:
    """Give the sheets that have tables, with the rows of their headers."""
    headers: dict[str | None, list[tuple[int, ...]]] = {}
    for known in tables:
        headers.setdefault(known.sheet, []).append(tuple(known.table.header))
    return tuple(SheetLayout(sheet, tuple(found), sheet in chosen) for sheet, found in headers.items())
