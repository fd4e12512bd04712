"""The directory of a zipped spreadsheet, judged before anything in it is opened."""

import io
import re
import zipfile

from etl.reader.files.xml import BROKEN, CUT_SHORT, DECLARATION
from etl.reader.model import Refused

MOST_PARTS = 3000  # of a zip file: a workbook has some for each sheet
MOST_UNZIPPED = 400_000_000  # bytes that all parts unpack to
MOST_OF_ONE = 300_000_000  # bytes that one part unpacks to
RATIO, RATIO_FROM = (
    250,
    5_000_000,
)  # times that a part of some size may grow: figures grow about tenfold
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
BOMB = "The file unpacks to far more than any table needs. Save it again from your spreadsheet program."
OTHER_TYPES = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a presentation",
    "xl/workbook.bin": "a binary workbook (.xlsb); save it as .xlsx",
    "index.apxl": "a Keynote file",
    "Index/Document.iwa": "a Numbers file; export it as .xlsx",
}


def inspect_archive(data: bytes) -> str:
    """Judge a zip file from its directory, then look for document types in its parts.

    Returns
    -------
    str
        xlsx or ods.

    Raises
    ------
    Refused
        CORRUPT, ENCRYPTED, ARCHIVE_BOMB, XML_ENTITY or UNSUPPORTED_TYPE.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError) as error:
        raise Refused("CORRUPT", CUT_SHORT) from error
    _judge_sizes(parts, len(data))
    _judge_places(data, parts)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("ENCRYPTED", "The file is protected with a password. Save a copy without one.")
    if any(part.compress_type not in METHODS for part in parts):
        raise Refused("ARCHIVE_BOMB", "The file is packed in a way that no spreadsheet program uses.")
    try:
        kind = _kind(archive)
        _refuse_declarations(archive, parts)
    except BROKEN as error:
        raise Refused("CORRUPT", CUT_SHORT) from error
    return kind


def _judge_sizes(parts: list[zipfile.ZipInfo], size: int) -> None:
    unzipped = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unzipped > MOST_UNZIPPED or any(part.file_size > MOST_OF_ONE for part in parts):
        raise Refused("ARCHIVE_BOMB", BOMB)
    if any(part.file_size > RATIO_FROM and part.file_size > RATIO * max(part.compress_size, 1) for part in parts):
        raise Refused("ARCHIVE_BOMB", BOMB)
    if unzipped > RATIO_FROM and unzipped > RATIO * size:
        raise Refused("ARCHIVE_BOMB", BOMB)


def _judge_places(data: bytes, parts: list[zipfile.ZipInfo]) -> None:
    """Refuse members that share their bytes, lie outside the file or bear the same name."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            raise Refused("ARCHIVE_BOMB", BOMB)
        if data[part.header_offset : part.header_offset + 4] != b"PK\3\4":
            raise Refused("CORRUPT", CUT_SHORT)
        end = part.header_offset + 30 + part.compress_size
    if end > len(data):
        raise Refused("CORRUPT", CUT_SHORT)
    names = [part.filename for part in parts]
    if len({name.casefold() for name in names}) < len(names):
        raise Refused("CORRUPT", "The file holds two parts of the same name.")


def _kind(archive: zipfile.ZipFile) -> str:
    names = archive.NameToInfo
    for name, what in OTHER_TYPES.items():
        if name in names:
            raise Refused("UNSUPPORTED_TYPE", f"The file is {what}. Upload .xlsx, .xlsm, .xls, .ods, .csv or .tsv.")
    if "content.xml" in names:
        kept = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
        kind = archive.read("mimetype") if kept else b""
        if kind and b"spreadsheet" not in kind:
            raise Refused("UNSUPPORTED_TYPE", "The file is an OpenDocument file but no spreadsheet.")
        return "ods"
    if any(re.fullmatch(r"xl/workbook\d*\.xml", name) for name in names) or "[Content_Types].xml" in names:
        return "xlsx"
    raise Refused("UNSUPPORTED_TYPE", "The file is an archive. Take the spreadsheet out of it and upload that.")


def _refuse_declarations(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Look at the head of each XML part, where a document type must stand."""
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            with archive.open(part) as stream:
                head = stream.read(20_000).replace(b"\0", b"")
            if DECLARATION.search(head):
                raise Refused("XML_ENTITY", "The file defines entities inside itself, as no spreadsheet program does.")
