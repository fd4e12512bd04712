"""What fetches have found that data/sources.toml does not name yet, kept beside the files themselves."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from data.catalogue import Edition, Source

NAME = "new_editions.json"


class Known(NamedTuple):
    """What is remembered from one fetch to the next.

    Attributes
    ----------
    editions
        The new edition of each source, by its id.
    tags
        Of the newest file seen at an address that always gives the newest (ETags), by source.
    """

    editions: dict[str, Edition]
    tags: dict[str, str]


def read(directory: Path, held: Mapping[str, Source]) -> Known:
    """Return what is known, without what data/sources.toml names by now and without files that are gone."""
    try:
        kept = json.loads((directory / NAME).read_text(encoding="utf-8"))
        editions = {
            id: Edition(**{**block, "absent": tuple(block["absent"])}) for id, block in kept["editions"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):  # none yet, or broken off: it is found again by asking
        return Known({}, {})
    new = {id: each for id, each in editions.items() if id in held and not _is_held(each, held[id])}
    return Known({id: each for id, each in new.items() if (directory / each.file).is_file()}, kept["tags"])


def _is_held(edition: Edition, source: Source) -> bool:
    return edition.edition in {each.edition for each in source.editions}


def write(directory: Path, known: Known) -> None:
    """Keep what is known."""
    beside = directory / f"{NAME}.writing"
    editions = {id: asdict(each) for id, each in known.editions.items()}
    beside.write_text(json.dumps({"editions": editions, "tags": known.tags}, indent=1), encoding="utf-8")
    os.replace(beside, directory / NAME)
