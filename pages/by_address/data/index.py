"""What there is under `/api/v1/`: its tables and files, each with its address, and what stays the same."""

import json

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.by_address.data.asked import read
from pages.by_address.data.datasets import Dataset, datasets
from pages.by_address.data.figures import ENDINGS, known
from pages.by_address.kept import Made, kept, version
from pages.by_address.site import root
from pages.served import base
from pages.takeaway.table import ATTRIBUTION, STANDING

VERSION = "1.0.0"  # of the promise, not of the data: the first number stands in the addresses
PROMISE = (
    "What begins with /api/v1/ and /data/ keeps its address, its parameters, the names, the types and the meanings of "
    "its columns, and what names a row. Columns, tables, parameters and words in a column may be added; figures change "
    "when publishers revise them or when we put something right, and then the version and the ETag change. Anything "
    "else would become /api/v2/, with both kept for a year."
)


def answer(request: Request) -> Response:
    """Answer with the list of what there is."""
    read(request.query_params, known(), filters=(), paged=False)  # nothing can be chosen
    site = root(request.scope)
    return kept(
        request, lambda: Made(json.dumps(index(site), ensure_ascii=False).encode(), "application/json"), site=site
    )


def beneath(request: Request) -> Response:  # noqa: ARG001
    """Lead an address without the last slash to that with it."""
    return RedirectResponse(f"{base()}/api/v1/", status_code=308)


def index(site: str) -> dict[str, object]:
    """List what there is, as seen from the address of the dashboard."""
    now, under = version(), f"{site}/api/v1"
    return {
        "title": "Children's services in England: the data by address", "api": VERSION, "promise": PROMISE,
        "standing": STANDING, "licence": ATTRIBUTION, "version": now.word, "built_at": now.built_at.isoformat(),
        "description": f"{under}/openapi.json", "documentation": f"{under}/docs",
        "tables": [_table(each, under) for each in datasets().values()],
        "files": [f"{site}/data/{{indicator}}.{ending}" for ending in ENDINGS],
        "feeds": [f"{site}/feeds/england.atom", f"{site}/feeds/england.json", f"{site}/feeds/releases.ics"],
    }  # fmt: skip


def _table(dataset: Dataset, under: str) -> dict[str, object]:
    return {
        "name": dataset.name,
        "row": dataset.described.row,
        "chosen_by": [*dataset.filters, "limit", "offset"],
        "json": f"{under}/{dataset.name}",
        "csv": f"{under}/{dataset.name}.csv",
        "parquet": f"{under}/{dataset.name}.parquet",
    }
