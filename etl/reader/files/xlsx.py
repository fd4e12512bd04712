"""Workbooks of Excel since 2007: values as they were stored, formats, errors, footnotes, and what is hidden."""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from etl.reader.cells.looks import BUILT_IN, text_cell
from etl.reader.files.xlsx_sheet import Book, read_sheet, string_of
from etl.reader.files.xml import attribute, events, name_of, parsed, texts
from etl.reader.model import Cell, Refused, Workbook

MOST_STRINGS = 1_000_000  # shared texts: what memory allows
MOST_SHEETS = 200  # one for each authority, and some to spare
BURIED = (
    "xl/pivotCache/",
    "xl/externalLinks/",
    "docProps/",
    "xl/drawings/",
    "customXml/",
    "xl/charts/",
    "xl/queryTables/",
)
PERSONAL_PARTS = ("xl/comments", "xl/threadedComments")


def read_xlsx(data: bytes) -> Workbook:
    """Read every sheet, and collect what lies beside the sheets.

    Raises
    ------
    Refused
        CORRUPT if a part is missing or broken; TOO_LARGE if there are more cells than can be read.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    root = _main_part(archive)
    workbook = parsed(archive, root)
    targets = _related(archive, root)
    book = Book(
        archive=archive,
        strings=list(_strings(archive, targets)),
        formats=_formats(parsed(archive, _of_kind(targets, "styles"))),
        from_1904=any(attribute(item, "date1904") in ("1", "true") for item in workbook.iter()),
    )
    found = Workbook(sheets=[])
    for sheet in [item for item in workbook.iter() if name_of(item) == "sheet"][:MOST_SHEETS]:
        kind, part = targets.get(attribute(sheet, "id") or "", ("", ""))
        if kind != "worksheet":
            continue
        hidden = attribute(sheet, "state") in ("hidden", "veryHidden")
        found.sheets.append(read_sheet(book, part, attribute(sheet, "name") or "", hidden=hidden))
        found.comments += list(_comments(archive, part, found.sheets[-1].name))
    found.buried = list(_buried(archive, book))
    found.macros = any(name.endswith("vbaProject.bin") for name in archive.NameToInfo)
    found.embedded = any(name.startswith("xl/embeddings/") for name in archive.NameToInfo)
    return found


def _main_part(archive: zipfile.ZipFile) -> str:
    for _, (kind, target) in _related(archive, "").items():
        if kind == "officeDocument" and target in archive.NameToInfo:
            return target
    if "xl/workbook.xml" in archive.NameToInfo:
        return "xl/workbook.xml"
    raise Refused("CORRUPT", "The file is incomplete: it has no list of sheets.")


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Read what a part refers to: id → (kind, part)."""
    folder, name = posixpath.split(part)
    relations = parsed(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        item.get("Id", ""): (
            item.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/"),
        )
        for item in relations.iter()
        if item.get("TargetMode") != "External" and item.get("Target")
    }


def _of_kind(targets: dict[str, tuple[str, str]], kind: str) -> str:
    return next((part for found, part in targets.values() if found == kind), "")


def _strings(archive: zipfile.ZipFile, targets: dict[str, tuple[str, str]]) -> Iterator[Cell | None]:
    part = _of_kind(targets, "sharedStrings")
    if part not in archive.NameToInfo:
        return
    count = 0
    for _, element in events(archive, part):
        if name_of(element) == "si":
            count += 1
            if count > MOST_STRINGS:
                raise Refused("TOO_LARGE", "The workbook has more different texts than can be read.")
            text, raised = string_of(element)
            yield text_cell(text, raised=raised)
            element.clear()


def _formats(styles: Element) -> list[str]:
    """List the number format of each cell style, in the order in which cells refer to them."""
    own = {
        attribute(item, "numFmtId"): attribute(item, "formatCode") or ""
        for item in styles.iter()
        if name_of(item) == "numFmt"
    }
    listed: Iterable[Element] = next((item for item in styles.iter() if name_of(item) == "cellXfs"), ())
    codes = [attribute(style, "numFmtId") or "0" for style in listed]
    return [own.get(code) or BUILT_IN.get(int(code) if code.isdecimal() else 0, "General") for code in codes]


def _comments(archive: zipfile.ZipFile, part: str, sheet: str | None) -> Iterator[tuple[str | None, str | None, str]]:
    for _, target in _related(archive, part).values():
        if target.startswith(PERSONAL_PARTS) and target in archive.NameToInfo:
            for item in parsed(archive, target).iter():
                if (cell := item.get("ref")) and (text := " ".join(" ".join(item.itertext()).split())):
                    yield sheet, cell, text


def _buried(archive: zipfile.ZipFile, book: Book) -> Iterator[tuple[str, str]]:
    """Collect texts that no cell shows: caches of pivot tables and links, properties, text boxes, strings."""
    for name in archive.NameToInfo:
        if (
            name.startswith(BURIED)
            and name.endswith(".xml")
            or name.startswith(PERSONAL_PARTS)
            and name.endswith(".xml")
        ):
            yield from ((name, text) for text in texts(archive, name))
    yield from (("xl/sharedStrings.xml", text) for text in (cell.text for cell in book.strings if cell))
