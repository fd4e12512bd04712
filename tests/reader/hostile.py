"""Files that mean harm, each with the codes it may be refused with; `import` where it may be read."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.reader.cases.defects import simple
from tests.reader.kit import archive, as_excel_writes, ods, text, xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOMB = {"ARCHIVE_BOMB", "TOO_LARGE"}


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def with_part(name: str, content: str | bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return archive(parts_of(xlsx(simple())) | {name: content}, method)


def sheet(body: str) -> bytes:
    return with_part(
        "xl/worksheets/sheet1.xml",
        f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>',
    )


def blanks() -> bytes:
    return with_part("xl/worksheets/sheet1.xml", b" " * 300_000_000)


def bzip2() -> bytes:
    return archive(parts_of(xlsx(simple())), zipfile.ZIP_BZIP2)


def lzma() -> bytes:
    return archive(parts_of(xlsx(simple())), zipfile.ZIP_LZMA)


def overlapping() -> bytes:
    """Let many entries of the directory point at one compressed part."""
    kernel = zlib.compress(b"\0" * 10_000_000, 9)[2:-4]
    local = b"PK\3\4" + struct.pack(
        "<HHHHHIIIHH", 20, 0, 8, 0, 0, zlib.crc32(b"\0" * 10_000_000), len(kernel), 10_000_000, 1, 0
    )
    body = local + b"a" + kernel
    entries = b""
    for index in range(100):
        name = f"xl/worksheets/sheet{index}.xml".encode()
        entries += (
            b"PK\1\2"
            + struct.pack(
                "<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0, 0, len(kernel), 10_000_000, len(name), 0, 0, 0, 0, 0, 0
            )
            + name
        )
    return body + entries + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 100, 100, len(entries), len(body), 0)


def one_part_many_tabs() -> bytes:
    """Show one large sheet under many tabs."""
    rows = "".join(
        f'<row r="{row}">' + "".join(f"<c><v>{row * column % 997}</v></c>" for column in range(20)) + "</row>"
        for row in range(1, 20_001)
    )
    parts = parts_of(sheet(rows))
    tabs = "".join(f'<sheet name="s{index}" sheetId="{index}" r:id="rId1"/>' for index in range(1, 200))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{tabs}</sheets></workbook>'
    return archive(parts | {"xl/workbook.xml": book})


def laughs(target: str = "xl/worksheets/sheet1.xml") -> bytes:
    entities = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return with_part(
        target,
        f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>',
    )


def wide_laughs() -> bytes:
    content = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="{MAIN}"/>'
    return with_part("xl/worksheets/sheet1.xml", content.encode("utf-16"))


def late_declaration() -> bytes:
    return with_part(
        "xl/worksheets/sheet1.xml",
        f'<?xml version="1.0"?><!--{"x" * 100_000}--><!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="{MAIN}"/>',
    )


def external() -> bytes:
    return with_part(
        "xl/workbook.xml",
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><workbook xmlns="{MAIN}">&e;</workbook>',
    )


def encrypted() -> bytes:
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1500 + name + b"\0" * 3000


def million_rows() -> bytes:
    return sheet("".join(f'<row r="{row}" ht="15" customHeight="1"/>' for row in range(1, 1_048_577)))


def million_formatted() -> bytes:
    return sheet(
        "".join(f'<row r="{row}"><c r="A{row}" s="0"/><c r="B{row}" s="0"/></row>' for row in range(1, 1_048_577))
    )


def whole_sheet_dimension() -> bytes:
    page = simple()
    page.cells["XFD1048576"] = 1
    return xlsx(page)


def ods_repeats(rows: int = 1_048_576, columns: int = 16_384) -> bytes:
    content = parts_of(ods(simple()))["content.xml"]
    assert isinstance(content, bytes)
    bomb = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table>'
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.decode().replace("</table:table>", bomb),
        }
    )


def ods_empty_repeats() -> bytes:
    content = parts_of(ods(simple()))["content.xml"]
    assert isinstance(content, bytes)
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.decode().replace("</table:table>", tail),
        }
    )


def shared_string() -> bytes:
    strings = f'<sst xmlns="{MAIN}"><si><t>{"a" * 2_000_000}</t></si></sst>'
    body = "".join(f'<row r="{row}">' + '<c t="s"><v>0</v></c>' * 50 + "</row>" for row in range(1, 2001))
    parts = parts_of(as_excel_writes(xlsx(simple())))
    content = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    return archive(parts | {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": content})


def many_strings() -> bytes:
    strings = f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>a{index}</t></si>" for index in range(3_000_000)) + "</sst>"
    return archive(parts_of(as_excel_writes(xlsx(simple()))) | {"xl/sharedStrings.xml": strings})


def slips() -> bytes:
    return with_part("../../../../etc/cron.d/x", "* * * * * root true")


def two_of_one_name() -> bytes:
    data = io.BytesIO(xlsx(simple()))
    with zipfile.ZipFile(data, "a") as packed:
        packed.writestr("xl/worksheets/Sheet1.xml", "<worksheet/>")
    return data.getvalue()


def truncated() -> bytes:
    return xlsx(simple())[:-1500]


def nested() -> bytes:
    inner = b"\0" * 30_000_000
    for _ in range(3):
        inner = archive({"x.zip": inner})
    return archive({"x.zip": inner})


def deep() -> bytes:
    return sheet("<a>" * 100_000 + "</a>" * 100_000)


def merged() -> bytes:
    boxes = "".join(f'<mergeCell ref="A{n}:XFD{n + 5000}"/>' for n in range(1, 50_000, 3))
    return with_part(
        "xl/worksheets/sheet1.xml",
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>{boxes}</mergeCells></worksheet>',
    )


def wide_csv() -> bytes:
    return b",".join(b"%d" % n for n in range(700_000))


def long_field() -> bytes:
    return b"Authority,Year,Referrals\r\nLeeds,2023," + b"9" * 5_000_000


def open_quote() -> bytes:
    return b'Authority,Year,Referrals\r\nLeeds,2023,"' + b"a,b\r\n" * 400_000


def html_spans() -> bytes:
    return b"<html><table>" + b'<tr><td rowspan="1000" colspan="1000">1</td></tr>' * 20_000 + b"</table></html>"


def noise() -> bytes:
    return random.Random(1).randbytes(500_000)


def too_large() -> bytes:
    return b"Authority,Year,Referrals\r\n" + b"Leeds,2023,9000\r\n" * 1_500_000


def backtracking() -> bytes:
    return text(simple()) + ("(" * 60 + " 1" * 15_000 + "\r\n").encode() + (("20" * 29) + "\r\n").encode() * 1000


FILES: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "blanks": (blanks, BOMB),
    "bzip2 members": (bzip2, BOMB),
    "lzma members": (lzma, BOMB),
    "overlapping members": (overlapping, BOMB | {"CORRUPT"}),
    "one part under many tabs": (one_part_many_tabs, BOMB),
    "billion laughs": (laughs, {"XML_ENTITY"}),
    "laughs in the styles": (lambda: laughs("xl/styles.xml"), {"XML_ENTITY"}),
    "laughs in two-byte letters": (wide_laughs, {"XML_ENTITY"}),
    "a late declaration": (late_declaration, {"XML_ENTITY"}),
    "external entity": (external, {"XML_ENTITY"}),
    "encrypted": (encrypted, {"ENCRYPTED"}),
    "truncated": (truncated, {"CORRUPT"}),
    "a million empty rows": (million_rows, BOMB | {"EMPTY"}),
    "a million formatted rows": (million_formatted, BOMB | {"EMPTY"}),
    "the far corner": (whole_sheet_dimension, BOMB | {"import", "import_with_issues"}),
    "ods repeats": (ods_repeats, BOMB),
    "ods rows repeated": (lambda: ods_repeats(columns=3), BOMB),
    "ods empty repeats": (ods_empty_repeats, {"import"}),
    "one long shared string": (shared_string, BOMB | {"NO_TABLE"}),
    "many shared strings": (many_strings, BOMB),
    "names that climb out": (slips, {"import", "CORRUPT"}),
    "two parts of one name": (two_of_one_name, {"CORRUPT"}),
    "nested archives": (nested, BOMB | {"UNSUPPORTED_TYPE"}),
    "deep elements": (deep, BOMB | {"CORRUPT", "EMPTY"}),
    "large merged boxes": (merged, BOMB | {"NO_TABLE"}),
    "700,000 columns": (wide_csv, BOMB | {"NO_TABLE"}),
    "one long field": (long_field, BOMB | {"CORRUPT", "ask", "import_with_issues"}),
    "an open quote": (open_quote, BOMB | {"CORRUPT", "ask", "import_with_issues"}),
    "html spans": (html_spans, BOMB | {"NO_TABLE"}),
    "noise": (noise, {"CORRUPT", "NO_TABLE", "UNSUPPORTED_TYPE"}),
    "too large": (too_large, {"TOO_LARGE"}),
    "patterns that make searches slow": (backtracking, BOMB | {"import", "import_with_issues", "CORRUPT"}),
}  # fmt: skip
