"""The years that can be shown: those of what is held, asked of the database, and nowhere else said."""

import queries.catalogue
from pages.database import answer_once


def of_figures() -> tuple[int, int]:
    """Return the first and the last year of a figure."""
    return _held("first_figures", "last_figures")


def of_all() -> tuple[int, int]:
    """Return the first year of a figure or judgement, and the last of a figure, a judgement or a dated step."""
    return _held("first_all", "last_all")


def span() -> dict[str, int]:
    """Return the years of all that is held as questions take them."""
    first, last = of_all()
    return {"first": first, "last": last}


def _held(first: str, last: str) -> tuple[int, int]:
    row = answer_once(queries.catalogue.held).iloc[0]
    return int(row[first]), int(row[last])
