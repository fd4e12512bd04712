"""What every OpenDocument spreadsheet of ours has: its list of parts, its styles, what the document is."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from pages.takeaway.sheets import AUTHOR
from pages.takeaway.table import ATTRIBUTION, STANDING

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
WRAPPED = "wrapped"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        *(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style", "meta")),
        f'xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:number="{OASIS}:datastyle:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'office:version="1.3"',
    ]
)
MANIFEST = (
    f'{HEAD}<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{part}.xml" manifest:media-type="text/xml"/>'
        for part in ("content", "styles", "meta")
    )
    + "</manifest:manifest>"
)
# Every cell: Arial of 12 points in British English, at the top of its row.
STYLES = (
    f"{HEAD}<office:document-styles {SPACES}><office:font-face-decls>"
    '<style:font-face style:name="Arial" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'svg:font-family="Arial"/></office:font-face-decls><office:styles>'
    '<style:default-style style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/>'
    '<style:text-properties style:font-name="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/>'
    "</style:default-style></office:styles></office:document-styles>"
)
YEAR = '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/>'
DAY = f'{YEAR}<number:text>-</number:text><number:day number:style="long"/>'
TIME = '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>'
LOOKS = {
    "title": '><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/>',
    "head": '><style:text-properties fo:font-weight="bold"/>',
    WRAPPED: '><style:table-cell-properties fo:wrap-option="wrap"/>',
    "day": ' style:data-style-name="iso-day">',
    "time": ' style:data-style-name="iso-time">',
}
DATES = (
    f'<number:date-style style:name="iso-day">{DAY}</number:date-style>'
    f'<number:date-style style:name="iso-time">{DAY}{TIME}<number:minutes number:style="long"/></number:date-style>'
)


def content(wide: Iterable[str], body: str, ranges: str) -> str:
    """Put the sheets and the looks of their cells and columns together."""
    columns = (
        f'<style:style style:name="{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
        for width in sorted(wide)
    )
    cells = (
        f'<style:style style:name="{name}" style:family="table-cell"{look}</style:style>'
        for name, look in LOOKS.items()
    )
    return (
        f"{HEAD}<office:document-content {SPACES}><office:automatic-styles>{DATES}{''.join(columns)}{''.join(cells)}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{body}"
        f"<table:database-ranges>{ranges}</table:database-ranges>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def meta(title: str) -> str:
    """Say what the document is."""
    return (
        f"{HEAD}<office:document-meta {SPACES}><office:meta><dc:title>{escape(title)}</dc:title>"
        f"<dc:subject>{escape(STANDING)}</dc:subject><dc:description>{escape(ATTRIBUTION)}</dc:description>"
        f"<meta:initial-creator>{escape(AUTHOR)}</meta:initial-creator><dc:language>en-GB</dc:language>"
        "</office:meta></office:document-meta>"
    )
