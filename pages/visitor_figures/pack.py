"""What a committee takes away of own figures: a ZIP with DRAFT on all of it, small counts hidden."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import Indicator, indicators
from data.kinds import Basis
from data.spreadsheet import Book, Cell, Looks, widths
from pages.charts.visitor.words import Cells
from pages.charts.words import MONTHS, day
from pages.reader import Record
from pages.takeaway.csv import lines
from pages.takeaway.sheets import WIDEST
from pages.takeaway.zip import zipped
from pages.visitor_figures.problems import is_small

HEADS = ("Local authority", "Code", "Measure", "Period", "Figure")
DIGITS = 15  # what a spreadsheet keeps of a number: 12.340000000000002 is 12.34
KEPT = ("month", "quarter", "year", "snapshot")  # the kinds of period that can be uploaded again
Rows = Sequence[Sequence[Cell]]
LOOKS: Looks = {"head": {"bold": True, "valign": "top", "text_wrap": True}, "plain": {"valign": "top"}}
README = """DRAFT, unpublished. Own figures of a council, beside published ones. Not official statistics.

own-figures_DRAFT.xlsx, own-figures_DRAFT.csv   the own figures: either can be uploaded again as it is
beside-published_DRAFT.csv, .xlsx               own and published figures, the difference, and whether it is rounding
page_DRAFT.pdf, chart_DRAFT.png                 one page for a paper, and its chart
{hidden}
Figures marked c are hidden. Published figures: Department for Education, Ofsted and Office for National Statistics;
contains public sector information licensed under the Open Government Licence v3.0.
"""
HIDDEN = "\nCounts from 1 to 5 are hidden (c): they may identify children. Totals may still reveal them: check.\n"
SHOWN = "\nCOUNTS FROM 1 TO 5 ARE SHOWN: they may identify children. Do not publish or pass on.\n"


def pack(
    records: Sequence[Record], compared: Sequence[Cells], page: bytes, picture: bytes | None, *, reveal: bool
) -> bytes:
    """Write the pack.

    Parameters
    ----------
    records
        The own figures.
    compared
        Own and published figures as a table in words, in which small counts are hidden already where they are to be.
    page
        The one-page PDF.
    picture
        The chart as PNG, where own figures are in it.
    reveal
        Whether counts from 1 to 5 are shown.

    Returns
    -------
    bytes
        A ZIP; every file in it has DRAFT in its name and in itself.
    """
    rows = own_rows(records, reveal=reveal)
    table = [list(cells.values()) for cells in compared]
    heads = list(compared[0]) if compared else []
    files: dict[str, bytes | str] = {
        "README.txt": README.format(hidden=SHOWN if reveal else HIDDEN),
        "own-figures_DRAFT.csv": lines(HEADS, rows),
        "own-figures_DRAFT.xlsx": as_xlsx("Own figures DRAFT", HEADS, rows),
        "beside-published_DRAFT.csv": lines(heads, table),
        "beside-published_DRAFT.xlsx": as_xlsx("Beside published DRAFT", heads, table),
        "page_DRAFT.pdf": page,
    }
    return zipped(files | ({"chart_DRAFT.png": picture} if picture else {}))


def own_rows(records: Sequence[Record], *, reveal: bool) -> Rows:
    """Write the own figures in the form in which they can be uploaded again."""
    return [
        [record.authority_name, record.dfe_code, f"{_about(record).title} [{record.indicator}]", period(record),
         figure(record, reveal=reveal)]
        for record in records
        if record.period_type in KEPT
    ]  # fmt: skip


def figure(record: Record, *, reveal: bool) -> float | str:
    """Give a figure, or the sign that stands for it."""
    if record.value is None:
        return record.marker or ""
    if is_small(record.value, _about(record).unit) and not reveal:
        return "c"
    return float(f"{record.value:.{DIGITS}g}")


def period(record: Record) -> str:
    """Write a period so that the reader takes it for the same again."""
    end = date.fromisoformat(record.period_end)
    if record.period_type == "month":
        return f"{MONTHS[end.month - 1]} {end.year}"
    if record.period_type == "quarter":
        return f"Quarter ending {day(end)}"
    is_day = record.period_type == "snapshot" or _about(record).basis is Basis.SNAPSHOT
    return day(end) if is_day else f"Year to {day(end)}"


def _about(record: Record) -> Indicator:
    return indicators()[record.indicator]


def as_xlsx(title: str, heads: Sequence[str], rows: Rows) -> bytes:
    """Write rows as a workbook of one sheet, whose name says DRAFT."""
    book = Book(title, LOOKS)
    page = book.sheet(title)
    for number, row in enumerate([heads, *rows]):
        for column, value in enumerate(row):
            book.write(page, number, column, value, "head" if number == 0 else "plain")
    for column, width in enumerate(widths(heads, rows, spare=3, most=WIDEST)):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    return book.finished()
