"""The cut releases made whole again: workbooks and parquet from their CSV, with curated tables cut to fit."""

import csv
import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pyarrow
import pyarrow.parquet
import xlwt

from tests.releases.cut import (
    AUTHORITIES,
    FIRST_YEARS,
    INTERACTIVE_TOOL,
    INTERACTIVE_TOOL_BEFORE,
    REGIONS,
    SHEETS,
)

HERE = Path(__file__).parent
TOOL_FIRST_YEAR = 2023
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
# A block of data/sources.toml, to where the next begins.
EDITION = re.compile(r'^\[\[\w+\.(?P<kind>\w+)\]\]\n(?:(?!\[).*\n)*?file = "(?P<file>.+)"\n(?:(?!\[).*\n)*', re.M)
MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00:00")

Sheet = list[list[str]]


def unpack(to: Path) -> None:
    """Lay out the releases as the publishers' files, in the folders that data/sources.toml names."""
    not_texts = ("*.py", "__pycache__", "*.ods", "*.xlsx", "*.xls", "*.parquet.csv")
    shutil.copytree(HERE, to, ignore=shutil.ignore_patterns(*not_texts))
    for file, names in SHEETS.items():
        sheets = {name: _rows(HERE / file / f"{name}.csv") for name in names}
        (to / file).parent.mkdir(parents=True, exist_ok=True)
        WRITERS[Path(file).suffix](to / file, sheets)
    for file in (INTERACTIVE_TOOL, INTERACTIVE_TOOL_BEFORE):
        _write_parquet(to / file, _rows(HERE / f"{file}.csv"))


def _rows(path: Path) -> Sheet:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_ods(path: Path, sheets: dict[str, Sheet]) -> None:
    """Write an OpenDocument workbook; a cell like '2025-03-31 00:00:00' becomes a date."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)


def _ods_row(cells: Iterable[str]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(cell: str) -> str:
    if date := MIDNIGHT.fullmatch(cell):
        return f'<table:table-cell office:value-type="date" office:date-value="{date[1]}"/>'
    if not cell:
        return "<table:table-cell/>"
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def write_xlsx(path: Path, sheets: dict[str, Sheet]) -> None:
    """Write an Excel workbook of texts."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)


def write_xls(path: Path, sheets: dict[str, Sheet]) -> None:
    """Write an Excel workbook of before 2007, of texts."""
    workbook = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = workbook.add_sheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    workbook.save(path)


WRITERS = {".ods": write_ods, ".xlsx": write_xlsx, ".xls": write_xls}


def _write_parquet(path: Path, rows: Sheet) -> None:
    header, *rest = rows
    columns = dict(zip(header, map(list, zip(*rest, strict=True)), strict=True))
    table = {name: [float(cell) for cell in cells] if name == "LA Number" else cells for name, cells in columns.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    pyarrow.parquet.write_table(pyarrow.table(table), path)


def cut_reference(reference: Path, to: Path) -> None:
    """Copy the curated tables without the authorities and regions that the releases do not have."""
    to.mkdir(parents=True)
    with (reference / "authorities.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["area_code"] for row in csv.DictReader(file) if row["dfe_code"] in AUTHORITIES}
    interventions: set[str] = set()
    for path in [
        reference / "interventions.csv",
        *sorted(set(reference.glob("*.csv")) - {reference / "interventions.csv"}),
    ]:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        kept = [row for row in rows if _is_kept(path.stem, dict(zip(header, row, strict=True)), codes, interventions)]
        if path.stem == "interventions":
            interventions.update(row[header.index("intervention_id")] for row in kept)
        with (to / path.name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *kept])


def _is_kept(table: str, row: dict[str, str], codes: set[str], interventions: set[str]) -> bool:
    match table:
        case "regions":
            return row["name"] in REGIONS or row["level"] == "england"
        case "authority_changes":
            return bool({row["predecessor_code"], row["successor_code"]} & (AUTHORITIES | codes))
        case "outlines":
            return row["area_code"] in codes
        case "intervention_phases":
            return row["intervention_id"] in interventions
        case "series_breaks":
            return row["from_period_end"] != "2014-03-31"  # the assessments of 2014 are cut
        case "point_notes":
            # the figures that most notes are on are cut with the years between 2012 and 2023 and with most regions
            kept = not "2013" <= row["period_end"] < "2023" and not row["area_code"]
            return kept and (row["dfe_code"] or "330") in AUTHORITIES
        case _:
            return (row.get("dfe_code") or "330") in AUTHORITIES


def cut_catalogue(sources: Path, to: Path) -> None:
    """Copy data/sources.toml with the editions that are cut, each from the first year that is left of it."""
    first_years = FIRST_YEARS | dict.fromkeys((INTERACTIVE_TOOL, INTERACTIVE_TOOL_BEFORE), TOOL_FIRST_YEAR)

    def cut(edition: re.Match[str]) -> str:
        file = edition["file"]
        if edition["kind"] == "editions" and not any((HERE / each).exists() for each in (file, f"{file}.csv")):
            return ""
        year = first_years.get(file)
        return re.sub(r"\nfirst = [0-9]+", f"\nfirst = {year}", edition[0]) if year else edition[0]

    to.write_text(EDITION.sub(cut, sources.read_text(encoding="utf-8")), encoding="utf-8")
