"""The tables by address: `/api/v1/<table>` as JSON, with .csv and .parquet as such, a part of the rows at a time."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from pages.by_address.answers import Problem
from pages.by_address.data.asked import Asked, read
from pages.by_address.data.datasets import Dataset, datasets
from pages.by_address.data.figures import CSV, MARK, known
from pages.by_address.data.tables import plain, table
from pages.by_address.kept import Made, kept, version
from pages.takeaway.formats import FORMATS
from pages.takeaway.table import ATTRIBUTION, STANDING

JSON = "application/json"
TYPES = {"csv": CSV, "parquet": FORMATS["parquet"].media_type}


def answer(request: Request) -> Response:
    """Answer with a part of a table, in one format."""
    name, dot, ending = request.path_params["file"].partition(".")
    if name not in datasets() or (dot and ending not in TYPES):
        raise Problem(404, f"No such table: there are {', '.join(datasets())}, each also as .csv and .parquet.")
    dataset = datasets()[name]
    asked = read(request.query_params, known(), filters=dataset.filters)
    return kept(request, lambda: _made(dataset, ending, asked, request))


def _made(dataset: Dataset, ending: str, asked: Asked, request: Request) -> Made:
    rows, total = dataset.found(asked)
    following = _next(asked, total, request)
    links = [f'<{following}>; rel="next"'] if following else []
    headers = {"Link": ", ".join([*links, '<openapi.json>; rel="service-desc"'])}
    row = dataset.question.row
    if not ending:
        return Made(_written(dataset, rows, asked, total, following), JSON, headers)
    written = FORMATS[ending].write(table(row, rows, dataset.described, version()))
    return Made(written.removeprefix(MARK), TYPES[ending], headers)


def _next(asked: Asked, total: int, request: Request) -> str | None:
    """Write where the next rows are, as seen from the address of these."""
    offset = asked.offset + asked.limit
    if offset >= total:
        return None
    others = [(name, text) for name, text in request.query_params.items() if name not in ("limit", "offset")]
    return "?" + urlencode([*others, ("limit", str(asked.limit)), ("offset", str(offset))])


def _written(dataset: Dataset, rows: Sequence[Any], asked: Asked, total: int, following: str | None) -> bytes:
    now = version()
    whole = {
        "table": dataset.name,
        "row": dataset.described.row,
        "standing": STANDING,
        "licence": ATTRIBUTION,
        "version": now.word,
        "built_at": now.built_at.isoformat(),
        "page": {"total": total, "limit": asked.limit, "offset": asked.offset, "next": following},
        "data": plain(dataset.question.row, rows),
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()
