"""The years that can be shown: those of what is held, asked of the database, and nowhere else said."""

import queries.catalogue
from pages.database import rows_once
from queries.rows.catalogue import YearsHeld


def of_figures() -> tuple[int, int]:
    """Return the first and the last year of a figure."""
    held = _held()
    return held.first_figures, held.last_figures


def of_all() -> tuple[int, int]:
    """Return the first year of a figure or judgement, and the last of a figure, a judgement or a dated step."""
    held = _held()
    return held.first_all, held.last_all


def span() -> dict[str, int]:
    """Return the years of all that is held as questions take them."""
    first, last = of_all()
    return {"first": first, "last": last}


def _held() -> YearsHeld:
    return rows_once(queries.catalogue.held)[0]
