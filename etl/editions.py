"""A new edition in the text of data/sources.toml, which a person reads and commits."""

import re

from data.catalogue import Edition, Source
from etl.errors import BuildError


class SourceNotFound(BuildError):
    """The text of data/sources.toml has no block where a new edition would go: add it by hand."""


# In the order in which a person writes them; what an edition does not have is left out.
FIELDS = ("edition", "absent", "file", "address", "sha256", "sheet", "published", "first", "last")
DUE, NEXT = re.compile(r"(?m)^due = .*\n"), re.compile(r"(?m)^next_release = .*\n")
NOT_ANNOUNCED = "not announced in what is held"


def with_edition(text: str, source: Source, edition: Edition) -> str:
    """Return the text of data/sources.toml with an edition after the last of its source, everything else as it was.

    A source whose table holds the newest edition alone keeps the one before as an earlier one. Where it is the edition
    that was expected, none is said to be expected any more, until somebody writes when the next one is.

    Raises
    ------
    SourceNotFound
        The source has no edition there.
    """
    blocks = re.split(r"(?m)^(?=\[)", text)
    places = [n for n, block in enumerate(blocks) if block.startswith(f"[[{source.id}.editions]]\n")]
    if not places:
        raise SourceNotFound(f"data/sources.toml: no [[{source.id}.editions]]; add edition {edition.edition} by hand")
    at = places[-1]
    blocks[at] = blocks[at].rstrip("\n") + "\n\n"
    if source.always:
        blocks[at] = blocks[at].replace(f"[[{source.id}.editions]]", f"[[{source.id}.earlier]]", 1)
    if _expected(source, edition):
        head = next(n for n, block in enumerate(blocks) if block.startswith(f"[{source.id}]\n"))
        blocks[head] = NEXT.sub(f"next_release = {_toml(NOT_ANNOUNCED)}\n", DUE.sub("", blocks[head]))
    last = at == len(blocks) - 1
    blocks.insert(at + 1, _block(source.id, edition) + ("" if last else "\n"))
    return "".join(blocks)


def _expected(source: Source, edition: Edition) -> bool:
    """Tell an edition that was expected from a correction that comes before it."""
    return bool(source.due) and (edition.last > source.editions[-1].last or edition.published[:7] >= source.due)


def _block(id: str, edition: Edition) -> str:
    lines = [f"{name} = {_toml(getattr(edition, name))}\n" for name in FIELDS if getattr(edition, name)]
    return f"[[{id}.editions]]\n" + "".join(lines)


def _toml(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
