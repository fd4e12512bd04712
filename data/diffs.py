"""What each edition changed: the pages of data/changes that `compare` and `refresh` write, by their names."""

import re
from collections.abc import Iterable
from pathlib import Path

from data.paths import CHANGES


def name(published: str, source: str, edition: str) -> str:
    """Name the page of what an edition of a source changed: it says when and what."""
    return f"{published}-{source}-{edition}.md"


def in_short(published: str, sources: Iterable[str], edition: str, *, folder: Path = CHANGES) -> list[str]:
    """Return the lines in which such pages say in short what changed, without their marks.

    Parameters
    ----------
    published, edition
        Of the edition.
    sources
        Ids of data/sources.toml that have it; of most there is no page, for none was before it.
    folder
        Where the pages are.
    """
    pages = (folder / name(published, source, edition) for source in sources)
    lines = [line for page in pages if page.is_file() for line in page.read_text(encoding="utf-8").splitlines()]
    return [re.sub(r"[*`]", "", line.removeprefix("- ")) for line in lines if line.startswith("- **")]
