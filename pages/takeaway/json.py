"""Rows as JSON, with all that must be known of them."""

import json

from pages.takeaway.table import Table, about, records


def as_json(table: Table) -> bytes:
    """Write a table as JSON: what is to be known of it, then `rows`, one object each; dates as text."""
    whole = about(table) | {"rows": records(table.rows)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, default=str).encode("utf-8")
