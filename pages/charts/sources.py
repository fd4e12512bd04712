"""Publications in words, as they are named under charts and pictures."""

from collections.abc import Sequence

from pages.charts.words import listed, published
from queries.rows.catalogue import Publication

REGISTER = "our own register of interventions"


def publications(rows: Sequence[Publication]) -> list[str]:
    """Name each publication with its publisher and when it came out."""
    return [
        f"{row.title}, {row.publisher}, published {listed([published(when) for when in row.published])}" for row in rows
    ]


def credited(rows: Sequence[Publication], *, register: bool) -> str:
    """Name the publications behind a picture, and our register of interventions where it is used."""
    named = [*publications(rows), *([REGISTER] if register else [])]
    return f"Sources: {'; '.join(named)}."
