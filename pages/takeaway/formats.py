"""The formats in which rows can be taken away: the one table of them. A line here is a button everywhere."""

from collections.abc import Callable
from dataclasses import dataclass

from pages.takeaway.csv import as_csv
from pages.takeaway.json import as_json
from pages.takeaway.ods import as_ods
from pages.takeaway.parquet import as_parquet
from pages.takeaway.table import Table
from pages.takeaway.xlsx import as_xlsx

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
ZIP = "application/zip"
PARQUET = "application/vnd.apache.parquet"
# A workbook of 24 columns takes 2.4 seconds of the processor for 10,000 rows, in which other visitors wait.
MOST_OF_A_WORKBOOK = 25_000


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format of files.

    Attributes
    ----------
    ending
        Of the file's name.
    label
        What its buttons say.
    media_type
        As browsers are told.
    write
        The writer: a table in, bytes out.
    most
        The most rows that are offered in it; none where there is no limit.
    whole
        Whether the whole database is offered in it.
    """

    ending: str
    label: str
    media_type: str
    write: Callable[[Table], bytes]
    most: int | None = None
    whole: bool = False

    def holds(self, rows: int) -> bool:
        """Tell whether so many rows are offered in it."""
        return self.most is None or rows <= self.most


_TABLE = (
    Format(ending="csv", label="CSV", media_type="text/csv", write=as_csv, whole=True),
    Format(ending="xlsx", label="Excel", media_type=EXCEL, write=as_xlsx, most=MOST_OF_A_WORKBOOK),
    Format(ending="ods", label="ODS", media_type=OPEN_DOCUMENT, write=as_ods, most=MOST_OF_A_WORKBOOK),
    Format(ending="parquet", label="Parquet", media_type=PARQUET, write=as_parquet, whole=True),
    Format(ending="json", label="JSON", media_type="application/json", write=as_json),
)
FORMATS = {each.ending: each for each in _TABLE}
