"""The description of the data by address as OpenAPI 3.1, made from the types of the rows that answer."""

import json
from collections.abc import Mapping
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from pages.by_address.data.asked import MOST
from pages.by_address.data.datasets import Dataset, datasets
from pages.by_address.data.figures import ENDINGS, OF
from pages.by_address.data.index import PROMISE, VERSION
from pages.by_address.data.parameters import CHOSEN, PARAMETERS, Schema, code, every_id
from pages.by_address.data.tables import fields
from pages.by_address.kept import Made, kept
from pages.served import base
from pages.takeaway.formats import FORMATS
from pages.takeaway.schema import words

KINDS: dict[type, Schema] = {
    str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"}, list: {"type": "array", "items": {"type": "string"}},
}  # fmt: skip
CLOSED = ("status", "area_level")  # columns that hold one of the words declared, and nothing else
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "parameter": {"type": "string"},
    },
}
REFUSED = {
    "400": "A parameter is not understood; the problem names it.",
    "429": "Too many requests from one network address: Retry-After says in how many seconds to ask again.",
    "503": "Too many answers are being made at once, or the data are being built.",
}


def answer(request: Request) -> Response:
    """Answer with the description."""
    return kept(request, lambda: Made(json.dumps(description()).encode(), "application/openapi+json;version=3.1"))


def description() -> Schema:
    """Write the description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Children's services in England: the data by address",
            "version": VERSION,
            "description": f"{PROMISE} Read only, no key, open to pages of other sites.",
            "license": {"name": "Open Government Licence v3.0", "identifier": "OGL-UK-3.0"},
        },
        "servers": [{"url": base() or "/"}],
        "paths": {"/api/v1/": {"get": _index()}}
        | {path: {"get": _operation(path, what)} for path, what in _paths().items()},
        "components": {
            "schemas": {"problem": PROBLEM, "code": code()} | {each.name: row(each) for each in datasets().values()}
        },
    }


def _paths() -> dict[str, Dataset | str]:
    """Return what answers at each address: a table, or the files of one format of an indicator."""
    found: dict[str, Dataset | str] = {}
    for name, dataset in datasets().items():
        found |= {f"/api/v1/{name}{ending}": dataset for ending in ("", ".csv", ".parquet")}
    return found | {f"/data/{{indicator}}.{ending}": ending for ending in ENDINGS}


def _operation(path: str, what: Dataset | str) -> Schema:
    if isinstance(what, Dataset):
        ending = path.partition(".")[2]
        summary, names = what.described.row, [*what.filters, "limit", "offset"]
        content = _content(ending) if ending else {"application/json": {"schema": _part(what)}}
        inside: list[Schema] = []
    else:
        summary, names = f"Every figure of one indicator, as {what}", [] if what == "zip" else list(CHOSEN)
        content = _content(what)
        inside = [PARAMETERS["indicator"] | {"name": "indicator", "in": "path", "required": True, "schema": every_id()}]
    named = path.strip("/").translate(str.maketrans("/.", "__", "{}"))
    parameters = [*inside, *(PARAMETERS[name] | {"name": name, "in": "query"} for name in names)]
    return _answered(named, summary, parameters, content, REFUSED | _missing(what))


def _answered(
    id: str, summary: str, parameters: list[Schema], content: Mapping[str, object], refused: dict[str, str]
) -> Schema:
    problems = {status: {"description": said, "content": _problem()} for status, said in refused.items()}
    return {
        "operationId": id,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": summary, "headers": HEADERS, "content": content},
            "304": {"description": "The answer is still the one whose ETag or Last-Modified was sent."},
            **problems,
        },
    }


def _index() -> Schema:
    """Describe the list of what there is."""
    text: Schema = {"type": "string"}
    listed: Schema = {"type": "array", "items": text}
    said = ("title", "api", "promise", "standing", "licence", "version", "built_at", "description", "documentation")
    table = _object(dict.fromkeys(("name", "row", "json", "csv", "parquet"), text) | {"chosen_by": listed})
    whole = dict.fromkeys(said, text) | {"tables": {"type": "array", "items": table}, "files": listed, "feeds": listed}
    return _answered("index", "What there is", [], {"application/json": {"schema": _object(whole)}}, REFUSED)


def _missing(what: Dataset | str) -> dict[str, str]:
    return {} if isinstance(what, Dataset) else {"404": "There is no such indicator, or no such format."}


def _problem() -> Schema:
    return {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}}


def _content(ending: str) -> Schema:
    """Say in which type a file comes; text has a charset in its header."""
    kind = OF.get(ending) or FORMATS[ending].media_type
    return {kind.partition(";")[0]: {"schema": {"type": "object"} if "json" in kind else {}}}


def _part(dataset: Dataset) -> Schema:
    """Describe some of the rows of a table with what is said of them."""
    text = {"type": "string"}
    whole = {"type": "integer", "minimum": 0}
    page = {"total": whole, "limit": whole, "offset": whole, "next": {"type": ["string", "null"]}}
    data = {"type": "array", "maxItems": MOST, "items": {"$ref": f"#/components/schemas/{dataset.name}"}}
    properties = {
        "table": {"const": dataset.name}, "row": text, "standing": text, "licence": text, "version": text,
        "built_at": text | {"format": "date-time"}, "page": _object(page), "data": data,
    }  # fmt: skip
    return _object(properties)


def _object(properties: Mapping[str, object]) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def row(dataset: Dataset) -> Schema:
    """Describe a row of a table by its type: each column with its meaning."""
    found: Schema = {
        name: _column(name, held, missing=missing) | {"description": dataset.described.meaning(name)}
        for name, (held, missing) in fields(dataset.question.row).items()
    }
    return {"title": dataset.described.row, **_object(found), "additionalProperties": False}


def _column(name: str, held: type[object], *, missing: bool) -> Schema:
    kind = KINDS[held]
    if name in CLOSED:
        kind = kind | {"enum": list(words(name))}
    return kind | {"type": [kind["type"], "null"]} if missing else kind


_TEXT = {"schema": {"type": "string"}}
HEADERS = {"ETag": _TEXT, "Last-Modified": _TEXT, "Link": _TEXT}
