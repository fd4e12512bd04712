"""Looking at a file from outside: what it is by its content, and whether it may be opened at all."""

import re

from etl.reader.files.archive import inspect_archive
from etl.reader.model import Refused

MOST_BYTES = 20_000_000  # a return of all authorities and years has less than three million
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS = ".xlsx, .xlsm, .xls, .ods, .csv or .tsv"
OTHERS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}
PASSWORD = "The file is protected with a password. Save a copy without one and upload that."


def kind_of(data: bytes) -> str:
    """Tell what a file is by its content, never by its name.

    Returns
    -------
    str
        xlsx, ods, xls, html or csv.

    Raises
    ------
    Refused
        EMPTY, TOO_LARGE, ENCRYPTED, CORRUPT, UNSUPPORTED_TYPE, ARCHIVE_BOMB or XML_ENTITY.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused("EMPTY", "The file is empty.")
    if len(data) > MOST_BYTES:
        raise Refused("TOO_LARGE", f"The file must be smaller than {MOST_BYTES // 1_000_000} MB.")
    if data.startswith(b"PK"):
        return inspect_archive(data)
    if data.startswith(OLE):
        return _old_workbook(data)
    for mark, what in OTHERS.items():
        if data.startswith(mark):
            raise Refused("UNSUPPORTED_TYPE", f"The file is {what}. Upload {KINDS}.")
    return _text(data)


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _old_workbook(data: bytes) -> str:
    if _wide("EncryptedPackage") in data or _wide("EncryptionInfo") in data:
        raise Refused("ENCRYPTED", PASSWORD)
    if _wide("Workbook") in data or _wide("Book") in data:
        return "xls"
    if len(data) < 1536:
        raise Refused("CORRUPT", "The file is incomplete or damaged. Save it again, or upload it again.")
    raise Refused("UNSUPPORTED_TYPE", f"The file is an old Office document but no workbook. Upload {KINDS}.")


def _text(data: bytes) -> str:
    head = data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    lower = head.lower()
    if lower.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in lower:
        raise Refused("UNSUPPORTED_TYPE", "The file is an XML spreadsheet of 2003. Save it as .xlsx and upload that.")
    if re.search(rb"<!entity", lower):
        raise Refused("XML_ENTITY", "The file defines entities inside itself, as no spreadsheet program does.")
    if re.match(
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style|div)\b",
        lower,
        re.S,
    ):
        return "html"
    if re.match(rb'\{\s*"|\[\s*[{\[]', lower):
        raise Refused("UNSUPPORTED_TYPE", f"The file is JSON, the notation of programs. Upload {KINDS}.")
    if lower.startswith((b"mime-version:", b"from:")) or lower.startswith(b"<"):
        raise Refused("UNSUPPORTED_TYPE", f"The file is no table. Upload {KINDS}.")
    strange = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if strange > len(head) * 0.02 + 1:
        raise Refused("CORRUPT", "The file could not be read: it is neither text nor a spreadsheet.")
    return "csv"
