"""Text files with separators, in the encodings and with the separators that are usual."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from etl.reader.cells.text import shown
from etl.reader.model import Cell, Kind, Refused, Sheet, Workbook

SEPARATORS = ",\t;|"
MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
MOST_CELLS = 2_000_000  # what memory and nine seconds allow
MOST_COLUMNS = 16_384  # of a sheet, as Excel has it


def read_csv(data: bytes) -> Workbook:
    """Read a text file as one sheet without a name; the row is the record's number, the header's being 1."""
    text, repaired = decoded(data)
    if text.lstrip().casefold().startswith("sep=") and "\n" in text:
        first, rest = text.split("\n", 1)
        separator, text = first.strip()[4:5] or ",", "\n" + rest
    else:
        separator = separator_of(text)
    sheet = Sheet(name=None)
    count = 0
    for number, record in enumerate(_records(text, separator), start=1):
        cells = {column: cell for column, value in enumerate(record, start=1) if (cell := _cell(value))}
        count += len(cells)
        if count > MOST_CELLS or len(record) > MOST_COLUMNS:
            raise Refused("TOO_LARGE", "The file has more cells than can be read. Leave out what is not needed.")
        if cells:
            sheet.rows[number] = cells
    _mark_cut(sheet, text)
    return Workbook(sheets=[sheet], repaired=repaired)


def decoded(data: bytes) -> tuple[str, list[str]]:
    """Find the encoding; Windows-1252 is the last resort and is said."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), []
    if (wide := _wide(data)) is not None:
        return _strict(data, wide), []
    if b"\0" in data:
        raise Refused("CORRUPT", "The file could not be read: it is neither text nor a spreadsheet.")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, ["The text was read as Windows-1252 (an older way of writing £, dashes and accents)."]


def separator_of(text: str) -> str:
    """Choose the separator that cuts the most lines into the same number of pieces."""
    lines = _sample(text)
    best, choice = (0.0, 0), ","
    for separator in SEPARATORS:
        counts = Counter(len(record) for record in csv.reader(lines, delimiter=separator) if record)
        cut = {size: times for size, times in counts.items() if size > 1}
        if cut:
            size, times = max(cut.items(), key=lambda item: item[1] * min(item[0], 4))
            best, choice = max((best, choice), ((float(times * min(size, 4)), size), separator))
    return choice


def _sample(text: str) -> list[str]:
    return io.StringIO(text[:20_000], newline="").readlines()[:100]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(1_000_000)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise Refused("CORRUPT", "A cell never ends: a quotation mark is missing somewhere.") from error


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("CORRUPT", "The file could not be read: it ends or breaks within a letter.") from error


def _wide(data: bytes) -> str | None:
    """Recognise two-byte text that lacks its mark: every second byte of Latin text is nought."""
    head = data[:4000]
    if len(head) < 4 or len(head) % 2 and len(head) == len(data):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else None


@lru_cache(maxsize=100_000)
def _cell(value: str) -> Cell | None:
    text = shown(value)
    return Cell(kind=Kind.TEXT, text=text) if text else None


def _mark_cut(sheet: Sheet, text: str) -> None:
    """Mark the last cell of a last line that is short and not ended: it may be half a figure."""
    if text.endswith(("\n", "\r")) or len(sheet.rows) < 3:
        return
    *others, last = sheet.rows
    widest = Counter(max(sheet.rows[number]) for number in others[-50:]).most_common(1)[0][0]
    cells = sheet.rows[last]
    if max(cells) < widest:
        column = max(cells)
        cells[column] = Cell(kind=Kind.CUT, text=cells[column].text)
