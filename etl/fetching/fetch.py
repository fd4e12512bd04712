"""From the publishers to data/raw: what is missing there, and what is new: `python -m etl fetch`."""

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from data.catalogue import Edition, Source, sources
from etl.errors import NotFetched
from etl.extract import read_again
from etl.fetching import known
from etl.fetching.client import Client
from etl.fetching.known import Known
from etl.fetching.lock import locked
from etl.fetching.manners import Manners
from etl.fetching.newest import Services, file_of, newer
from etl.manifest import hash_of

LOCK, ASIDE = ".fetching", ".newest"
Say = Callable[[str], None]


class Report(NamedTuple):
    """What a fetch did.

    Attributes
    ----------
    fetched
        The files that came.
    new
        The editions that are not in data/sources.toml yet, by source.
    troubles
        A sentence for each thing that could not be fetched.
    """

    fetched: list[str]
    new: dict[str, Edition]
    troubles: list[str]


class Fetch(NamedTuple):
    """What a fetch works with: where files go to, where they are asked for, and how."""

    directory: Path
    services: Services = Services()
    manners: Manners = Manners()
    today: Callable[[], date] = date.today


def fetch(
    how: Fetch, *, only: Collection[str] = (), held: Mapping[str, Source] | None = None, say: Say = lambda _: None
) -> Report:
    """Get what is missing in a folder and what is new, one file at a time; one that fails leaves the others be.

    Parameters
    ----------
    how
        Where to, from where.
    only
        The sources to look after; empty for all.
    held
        The sources there are, where not those of data/sources.toml.
    say
        Called with one line per file.

    Returns
    -------
    Report

    Raises
    ------
    Busy
        Another fetch or refresh is at work.
    """
    held = sources() if held is None else held
    read_again(held, only)  # refuses a source that does not exist
    wanted = {id: source for id, source in held.items() if not only or id in only}
    with locked(how.directory / LOCK), closing(Client(how.manners)) as client:
        found = fetch_new(how, client, wanted, held, say)
        missing = fetch_missing(how, client, wanted, say)
    return Report([*found.fetched, *missing.fetched], found.new, [*found.troubles, *missing.troubles])


def fetch_new(how: Fetch, client: Client, wanted: Mapping[str, Source], held: Mapping[str, Source], say: Say) -> Report:
    """Get the editions that are newer than those held, and remember them; whoever calls holds the lock."""
    seen = known.read(how.directory, held)
    fetched, troubles = [], []
    for source in wanted.values():
        try:
            edition = _new(how, client, source, seen)
        except NotFetched as error:
            troubles.append(str(error))
            say(f"not fetched: {error}")
            continue
        if edition:
            seen.editions[source.id] = edition
            fetched.append(edition.file)
            say(f"new: {edition.file}, published {edition.published}")
        known.write(how.directory, seen)
    return Report(fetched, {id: each for id, each in seen.editions.items() if id in wanted}, troubles)


def _new(how: Fetch, client: Client, source: Source, seen: Known) -> Edition | None:
    """Get the new edition of a source, if there is one that was not fetched before."""
    if source.always:
        return _changed(how, client, source, seen)
    edition = newer(source, client.json, how.services)
    before = seen.editions.get(source.id)
    if not edition or (before and before.published == edition.published):
        return None
    path = how.directory / edition.file
    client.download(edition.address, path)
    return replace(edition, sha256=hash_of(path.read_bytes()))


def _changed(how: Fetch, client: Client, source: Source, seen: Known) -> Edition | None:
    """Get what an address that always gives the newest file gives now, if that is another file than held."""
    held = seen.editions.get(source.id, source.editions[-1])
    aside = how.directory / ASIDE / source.id / PurePosixPath(held.file).name
    tag = client.download(source.always, aside, tag=seen.tags.get(source.id, ""))
    if tag is None:
        return None
    seen.tags[source.id] = tag
    sha256 = hash_of(aside.read_bytes())
    day = how.today().isoformat()
    file = file_of(source.editions[-1], day)
    if sha256 != held.sha256:
        (how.directory / file).parent.mkdir(parents=True, exist_ok=True)
        os.replace(aside, how.directory / file)
    shutil.rmtree(how.directory / ASIDE)
    new = replace(held, edition=day, file=file, published=day, address=source.always, sha256=sha256)
    return new if sha256 != held.sha256 else None


def fetch_missing(how: Fetch, client: Client, wanted: Mapping[str, Source], say: Say) -> Report:
    """Get the editions of data/sources.toml that are not in the folder as they should be."""
    fetched, troubles = [], []
    for edition in _missing(how.directory, wanted):
        try:
            client.download(edition.address, how.directory / edition.file, sha256=edition.sha256)
        except NotFetched as error:
            troubles.append(str(error))
            say(f"not fetched: {error}")
            continue
        fetched.append(edition.file)
        say(f"fetched: {edition.file}")
    return Report(fetched, {}, troubles)


def _missing(directory: Path, wanted: Mapping[str, Source]) -> Iterator[Edition]:
    """Yield each edition once of which the folder has no file, or another: a file may serve several sources."""
    every = {edition.file: edition for source in wanted.values() for edition in source.editions if edition.address}
    for file, edition in every.items():
        path = directory / file
        if not path.is_file() or hash_of(path.read_bytes()) != edition.sha256:
            yield edition
