"""What can be chosen in an address of data, as OpenAPI describes it."""

from collections.abc import Sequence

from data.catalogue import indicators
from pages.by_address.data.asked import FIRST_YEAR, LAST_OFFSET, LAST_YEAR, LIMIT, MOST
from pages.by_address.data.figures import known
from pages.takeaway.schema import words

Schema = dict[str, object]
CHOSEN = ("area", "level", "from", "to")  # of a file


def code() -> Schema:
    """Describe what a code of an area can be."""
    return {"type": "string", "enum": list(known().areas), "description": "A code of an area, of today or before"}


def every_id() -> Schema:
    """Describe what an id of an indicator can be."""
    return {"type": "string", "enum": list(indicators())}


def _several(items: Schema, example: Sequence[str]) -> Schema:
    return {"style": "form", "explode": False, "schema": {"type": "array", "minItems": 1, "items": items},
            "example": list(example)}  # fmt: skip


def _whole(least: int, most: int, unsaid: int | None = None) -> Schema:
    kind = {"type": "integer", "minimum": least, "maximum": most}
    return {"schema": kind if unsaid is None else kind | {"default": unsaid}}


CODE: Schema = {"$ref": "#/components/schemas/code"}
PARAMETERS: dict[str, Schema] = {
    "indicator": _several(every_id(), ["agency_rate"]) | {"description": "Ids of indicators, parted by commas"},
    "area": _several(CODE, ["E08000025", "371"])
    | {
        "description": "Codes of areas, parted by commas: of nine characters, or the three digits of the Department; "
        "one that is not known is refused. In observations a member of a joint return is answered with it"
    },
    "level": _several({"type": "string", "enum": list(words("area_level"))}, ["authority", "england"])
    | {"description": "Kinds of area, parted by commas"},
    "from": _whole(FIRST_YEAR, LAST_YEAR) | {"description": "First year; rows without a date are then left out"},
    "to": _whole(FIRST_YEAR, LAST_YEAR) | {"description": "Last year, included"},
    "limit": _whole(1, MOST, LIMIT) | {"description": "Rows of a part at most"},
    "offset": _whole(0, LAST_OFFSET, 0) | {"description": "Rows that come before them"},
}
