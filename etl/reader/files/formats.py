"""The formats that are read: kind → what makes a workbook of a file's bytes."""

from collections.abc import Callable

from etl.reader.files.csv import read_csv
from etl.reader.files.html import read_html
from etl.reader.files.ods import read_ods
from etl.reader.files.xls import read_xls
from etl.reader.files.xlsx import read_xlsx
from etl.reader.model import Workbook

FORMATS: dict[str, Callable[[bytes], Workbook]] = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "ods": read_ods,
    "csv": read_csv,
    "html": read_html,
}
