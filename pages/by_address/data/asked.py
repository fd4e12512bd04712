"""What an address asks of a table: which rows, and which part of them. What is not understood is refused by name."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from starlette.datastructures import QueryParams

from pages.by_address.answers import Problem
from pages.takeaway.schema import words

LIMIT = 1_000  # rows of a part, where nothing is said
MOST = 10_000  # rows of a part at most: 5 MB of JSON, half a second of one processor
LAST_OFFSET = 1_000_000  # more rows than any table has
FIRST_YEAR, LAST_YEAR = 1900, 2100  # years that can be named: more than any figure is of
NUMBER = re.compile(r"[0-9]{1,7}")


class Asked(NamedTuple):
    """What is asked for: of `indicators`, `areas` and `levels` all where none is named.

    Attributes
    ----------
    indicators, areas, levels
        Ids, area codes, kinds of area.
    first, last
        Years, both included.
    dated
        Whether a year is named: rows without a date are then left out.
    limit, offset
        How many rows, and how many come before them.
    """

    indicators: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    first: int = FIRST_YEAR
    last: int = LAST_YEAR
    dated: bool = False
    limit: int = LIMIT
    offset: int = 0


class Known(NamedTuple):
    """What can be named: the ids of indicators, and every code of an area with the one by which it is known here."""

    indicators: Sequence[str]
    areas: Mapping[str, str]


def read(
    query: QueryParams, known: Known, *, filters: Iterable[str], paged: bool = True, refused: str = "There is no"
) -> Asked:
    """Read what an address asks for.

    Parameters
    ----------
    query
        Its parameters.
    known
        What can be named in it.
    filters
        The parameters that choose rows of this table.
    paged
        Whether a part of the rows can be asked for; else all are.
    refused
        How the sentence about a parameter that is not understood begins.

    Raises
    ------
    Problem
        A parameter is not understood.
    """
    allowed = [*filters, *(("limit", "offset") if paged else ())]
    for name, text in query.multi_items():
        if name not in allowed:
            raise Problem(400, f"{refused} such parameter here: there are {_listed(allowed)}.", parameter=name[:40])
        if len(query.getlist(name)) > 1:
            raise Problem(400, "It stands twice in the address: several values are parted by commas.", parameter=name)
        if not text:
            raise Problem(400, "It has no value: leave it out to have all.", parameter=name)
    return Asked(
        indicators=_several(query, "indicator", lambda id: id if id in known.indicators else None),
        areas=_several(query, "area", known.areas.get),
        levels=_several(query, "level", lambda level: level if level in words("area_level") else None),
        first=_year(query, "from", FIRST_YEAR), last=_year(query, "to", LAST_YEAR),
        dated="from" in query or "to" in query,
        limit=_number(query, "limit", LIMIT, 1, MOST), offset=_number(query, "offset", 0, 0, LAST_OFFSET),
    )  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"


def _several(query: QueryParams, name: str, meant: Callable[[str], str | None]) -> tuple[str, ...]:
    found = []
    for part in query[name].split(",") if name in query else ():
        id = meant(part.strip())
        if id is None:
            raise Problem(400, f"'{part.strip()[:40]}' is not known: see {WHERE[name]}.", parameter=name)
        found.append(id)
    return tuple(dict.fromkeys(found))


WHERE = {"indicator": "/api/v1/indicators", "area": "/api/v1/areas", "level": "/api/v1/areas, column area_level"}


def _year(query: QueryParams, name: str, unsaid: int) -> int:
    return _number(query, name, unsaid, FIRST_YEAR, LAST_YEAR)


def _number(query: QueryParams, name: str, unsaid: int, least: int, most: int) -> int:
    if name not in query:
        return unsaid
    text = query[name]
    if not NUMBER.fullmatch(text) or not least <= int(text) <= most:
        raise Problem(400, f"It is a whole number from {least} to {most}.", parameter=name)
    return int(text)
