"""Rows of the questions of what is reached by address."""

from datetime import datetime
from typing import NamedTuple


class Version(NamedTuple):
    """The row of `queries.by_address.version`.

    data (a word that is the same wherever the same data were built), built_at (in universal time).
    """

    data: str
    built_at: datetime
