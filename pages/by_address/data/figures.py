"""The figures of one indicator by address: `/data/<indicator>.csv`, and what is beside it."""

from datetime import date
from types import MappingProxyType
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from data.catalogue import indicators
from pages.by_address.answers import Problem
from pages.by_address.data.asked import FIRST_YEAR, LAST_YEAR, Asked, Known, read
from pages.by_address.data.datasets import areas, datasets, in_areas
from pages.by_address.data.tables import fields, frame
from pages.by_address.kept import Made, kept
from pages.database import every_authority, rows, rows_once
from pages.showing.downloads import written
from pages.takeaway import citation, csv_on_the_web
from pages.takeaway.archive import archive
from pages.takeaway.csv import as_csv
from pages.takeaway.formats import FORMATS, ZIP
from pages.takeaway.schema import by_address
from pages.takeaway.table import Table
from queries.by_address import sources
from queries.downloads import figures as question

# By which Excel knows UTF-8 in a file on disk; programs that read an address would take it for a letter.
MARK = b"\xef\xbb\xbf"
KEY = ("indicator_id", "area_code", "reference_date")
NAMES = {date: "date"} | csv_on_the_web.DATATYPES
ENDINGS = ("csv-metadata.json", "csv", "json", "parquet", "zip", *citation.ENDINGS)
CSV = "text/csv; charset=utf-8; header=present"
OF = MappingProxyType({"csv": CSV, "zip": ZIP, "csv-metadata.json": csv_on_the_web.MEDIA_TYPE} | citation.ENDINGS)


def answer(request: Request) -> Response:
    """Answer for one indicator in one format."""
    name, _, ending = request.path_params["file"].partition(".")
    if name not in indicators() or ending not in ENDINGS:
        raise Problem(
            404, f"There is no such file: its name is the id of an indicator and one of {', '.join(ENDINGS)}."
        )  # fmt: skip
    filters = () if ending == "zip" else ("area", "level", "from", "to")
    asked = read(request.query_params, known(), filters=filters, paged=False)._replace(indicators=(name,))
    return kept(request, lambda: _made(name, ending, asked, request.url.query))


def known() -> Known:
    """Return what an address can name."""
    codes = {code: each.area_code for each in every_authority().values() for code in each.codes}
    return Known(tuple(indicators()), codes | {each.area_code: each.area_code for each in areas()})


def chosen(asked: Asked) -> list[Any]:
    """Ask for the figures that an address names, all of them."""
    codes, ids = in_areas(asked), list(asked.indicators)
    return rows(question, areas=codes, indicators=ids, first=asked.first, last=asked.last)


def _made(name: str, ending: str, asked: Asked, query: str) -> Made:
    """Make a file of the figures, or of what is beside them."""
    table = _table(name, asked)
    asked_for = f"?{query}" if query else ""
    if ending in FORMATS:
        body = FORMATS[ending].write(table).removeprefix(MARK)
        return Made(body, OF.get(ending, FORMATS[ending].media_type), _beside(name, asked_for))
    if ending == "zip":
        return Made(_packed(name, table), ZIP, _saved_as(f"{name}.zip"), compress=False)
    if ending in citation.ENDINGS:
        return Made(_cited(ending, name, table).encode(), f"{OF[ending]}; charset=utf-8")
    return Made(_described(name, table, asked_for), OF[ending])


def _table(name: str, asked: Asked) -> Table:
    years = "" if (asked.first, asked.last) == (FIRST_YEAR, LAST_YEAR) else f", {asked.first} to {asked.last}"
    where = "chosen areas" if asked.areas or asked.levels else "every area"
    title = f"{indicators()[name].title}: {where}{years}"
    return written(frame(question.row, chosen(asked)), title=title, indicators=[name])


def _beside(name: str, asked_for: str) -> dict[str, str]:
    link = f'<{name}.csv-metadata.json{asked_for}>; rel="describedby"; type="{csv_on_the_web.MEDIA_TYPE}"'
    return {"Link": f'{link}, <{csv_on_the_web.OPEN_GOVERNMENT_LICENCE}>; rel="license"'}


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _described(name: str, table: Table, asked_for: str = "") -> bytes:
    types = {column: NAMES[held] for column, (held, _) in fields(question.row).items()}
    return csv_on_the_web.metadata(table, url=f"{name}.csv{asked_for}", types=types, key=KEY)


def _cited(ending: str, name: str, table: Table) -> str:
    urls = {each.title: each.url for each in rows_once(sources)}
    return citation.citation(ending, table, citation.cited(table, urls), address=f"/data/{name}.csv")


def _packed(name: str, table: Table) -> bytes:
    """Put all figures of an indicator into a ZIP, with its breaks and notes, what columns mean, and how to cite it."""
    tables = {name: table} | {beside: _of(beside, name, table) for beside in ("breaks", "notes")}
    others = {f"citation.{ending}": _cited(ending, name, table).encode() for ending in citation.ENDINGS}
    described = {f"{name}.csv-metadata.json": _described(name, table)}
    return archive(tables, as_csv, ending="csv", more=others | described)


def _of(dataset: str, name: str, table: Table) -> Table:
    found = datasets()[dataset]
    part, _ = found.found(Asked(indicators=(name,), limit=10**6))
    return Table(
        title=dataset, rows=frame(found.question.row, part), described=by_address()[dataset], built=table.built
    )  # fmt: skip
