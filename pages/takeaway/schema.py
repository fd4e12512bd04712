"""What the tables of the database and of downloads hold, as schema.toml declares it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict, cast

DECLARED = Path(__file__).with_name("schema.toml")


class Block(TypedDict):
    """A table as schema.toml declares it."""

    row: str
    meaning: NotRequired[dict[str, str]]


class Declared(TypedDict):
    """The whole of schema.toml: what columns mean in every table, the words they may hold, and the tables by kind."""

    meaning: dict[str, str]
    words: dict[str, dict[str, str]]
    view: dict[str, Block]
    download: dict[str, Block]
    address: dict[str, Block]


@dataclass(frozen=True, kw_only=True)
class Described:
    """A table in words.

    Attributes
    ----------
    name
        Of the view, or of the download.
    row
        What a row is: "One row per ...".
    meanings
        What columns mean in this table alone.
    """

    name: str
    row: str
    meanings: dict[str, str]

    def meaning(self, column: str) -> str:
        """Say what a column means; nothing where it is not declared."""
        return self.meanings.get(column) or _declared()["meaning"].get(column, "")


@cache
def _declared() -> Declared:
    return cast(Declared, tomllib.loads(DECLARED.read_text(encoding="utf-8")))


def _described(blocks: dict[str, Block]) -> dict[str, Described]:
    return {
        name: Described(name=name, row=block["row"], meanings=block.get("meaning", {}))
        for name, block in blocks.items()
    }


def views() -> dict[str, Described]:
    """Describe the views that others may rely on, by name, in the order of importance."""
    return _described(_declared()["view"])


def downloads() -> dict[str, Described]:
    """Describe the tables behind the download buttons, by name."""
    return _described(_declared()["download"])


def by_address() -> dict[str, Described]:
    """Describe the tables that are had by address, by name."""
    return _described(_declared()["address"])


def words(column: str) -> dict[str, str]:
    """List the words that a column may hold, with what each says; none where they are not declared."""
    return dict(_declared()["words"].get(column, {}))


def columns_with_words() -> list[str]:
    """List the columns whose words are declared."""
    return list(_declared()["words"])
