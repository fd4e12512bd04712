"""The description of the data by address for people: one page without a script."""

from datetime import date
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from pages.by_address.data.datasets import Dataset, datasets
from pages.by_address.data.description import KINDS
from pages.by_address.data.figures import ENDINGS
from pages.by_address.data.index import PROMISE
from pages.by_address.data.parameters import PARAMETERS
from pages.by_address.data.tables import fields
from pages.by_address.kept import Made, kept

STYLE = (
    "body{font:16px/1.5 Arial,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#0b0c0c;background:#fff}"
    "a{color:#1a65a6}code{background:#f3f2f1;padding:0 .2em;overflow-wrap:anywhere}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;"
    "border-bottom:1px solid #b1b4b6;overflow-wrap:anywhere}summary{cursor:pointer}"
    "@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#14181c}a{color:#9ccbf5}code{background:#242a30}}"
)


def answer(request: Request) -> Response:
    """Answer with the page."""
    return kept(request, lambda: Made(page(), "text/html; charset=utf-8"))


def page() -> bytes:
    """Write the page; its links lead on from its own address."""
    files = ", ".join(f"<code>.{ending}</code>" for ending in ENDINGS)
    tables = "".join(_table(each) for each in datasets().values())
    parameters = "".join(
        f"<tr><td><code>{name}</code></td><td>{escape(str(each['description']))}</td></tr>"
        for name, each in PARAMETERS.items()
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>The data by address</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{STYLE}</style></head><body><main>'
        "<h1>The data by address</h1><p>Children's services in England: read only, no key, under the Open Government "
        f'Licence v3.0. Independent tool, not official statistics. <a href="openapi.json">The same for programs '
        f'(OpenAPI 3.1)</a>. <a href="./">All there is, as JSON</a>. '
        f'<a href="../../data">Data and method</a>.</p><h2>What stays</h2><p>{escape(PROMISE)}</p>'
        f"<h2>One indicator</h2><p><code>/data/&lt;indicator&gt;</code> with {files}, as "
        '<a href="../../data/agency_rate.csv">agency_rate.csv</a>; a part of it by <code>area</code>, '
        "<code>level</code>, <code>from</code> and <code>to</code>. The ZIP has every figure of all areas, with "
        'breaks, notes and how to cite them.</p><h2>Parameters</h2><table><thead><tr><th scope="col">Name</th>'
        f'<th scope="col">What it says</th></tr></thead><tbody>{parameters}</tbody></table>'
        f"<h2>Tables</h2>{tables}</main></body></html>"
    ).encode()


def _table(dataset: Dataset) -> str:
    name = dataset.name
    described, kinds = dataset.described, fields(dataset.question.row)
    columns = "".join(_column(column, *kind, described.meaning(column)) for column, kind in kinds.items())
    chosen = ", ".join(dataset.filters) or "nothing"
    return (
        f'<h3 id="{name}">{name}</h3><p>{escape(dataset.described.row)}. Chosen by: {chosen}. '
        f'<a href="{name}?limit=10">JSON</a> <a href="{name}.csv?limit=10">CSV</a> '
        f'<a href="{name}.parquet?limit=10">Parquet</a> (ten rows)</p><details><summary>Columns of {name}</summary>'
        f'<table><thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Meaning</th></tr>'
        f"</thead><tbody>{columns}</tbody></table></details>"
    )


def _column(name: str, held: type[object], missing: bool, meaning: str) -> str:
    kind = "date" if held is date else str(KINDS[held]["type"])
    empty = ", or null" if missing else ""
    return f"<tr><td><code>{name}</code></td><td>{kind}{empty}</td><td>{escape(meaning)}</td></tr>"
