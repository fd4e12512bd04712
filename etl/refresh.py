"""The newest editions by one command: fetched, read, compared, built, and moved in: `python -m etl refresh`."""

from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import duckdb

from data import catalogue
from data.catalogue import Edition, Source
from data.paths import REFERENCE, SNAPSHOT, SOURCES
from etl import ready
from etl.build import build
from etl.comparing.compare import names, page
from etl.editions import with_edition
from etl.errors import NotFetched
from etl.extract import extract, read_again
from etl.fetching.client import Client
from etl.fetching.fetch import LOCK, Fetch, fetch_missing, fetch_new
from etl.fetching.lock import locked
from etl.manifest import rows_by_edition
from etl.tidied import ready as areas_known

Say = Callable[[str], None]


class House(NamedTuple):
    """Where everything of ours lies: beside data/sources.toml, the tidy tables and the pages of changes."""

    database: Path
    sources: Path = SOURCES
    snapshot: Path = SNAPSHOT
    reference: Path = REFERENCE


class Refreshed(NamedTuple):
    """What a refresh did: the editions that came, the pages of what they changed, and what could not be fetched."""

    editions: dict[str, Edition]
    pages: dict[str, str]
    troubles: list[str]


def refresh(house: House, how: Fetch, *, only: Collection[str] = (), say: Say = lambda _: None) -> Refreshed:
    """Bring in the editions that are newer than those held. Until all is made and checked, nothing of ours is touched.

    Parameters
    ----------
    house
        Our own files.
    how
        How publishers are asked, and where their files go.
    only
        The sources to look after; empty for all.
    say
        Called with one line per step.

    Returns
    -------
    Refreshed

    Raises
    ------
    BuildError
        Naming the file and what to do; the old tables and the old database are as they were.
    """
    how.directory.mkdir(parents=True, exist_ok=True)
    with locked(how.directory / LOCK):
        if ready.finish(house.snapshot, house.database):
            say("moved in what an earlier refresh had made ready")
        held = catalogue.sources.__wrapped__(house.sources)
        read_again(held, only)
        new, troubles = _fetched(how, held, only, say)
        if not new:
            return Refreshed({}, {}, troubles)
        pages = _made(house, how, held, new, say)
        ready.declare(ready.folder(house.snapshot))
        ready.finish(house.snapshot, house.database)
    return Refreshed(new, pages, troubles)


def _fetched(
    how: Fetch, held: Mapping[str, Source], only: Collection[str], say: Say
) -> tuple[dict[str, Edition], list[str]]:
    """Get the new editions, and of their sources the old ones too; a source that lacks a file waits."""
    wanted = {id: source for id, source in held.items() if not only or id in only}
    with closing(Client(how.manners)) as client:
        found = fetch_new(how, client, wanted, held, say)
        again = {id: held[id] for id in read_again(held, found.new)} if found.new else {}
        missing = fetch_missing(how, client, again, say)
    if missing.troubles:
        raise NotFetched(f"{missing.troubles[0]}; the new edition waits until the file is there")
    return found.new, found.troubles


def _made(house: House, how: Fetch, held: Mapping[str, Source], new: Mapping[str, Edition], say: Say) -> dict[str, str]:
    """Make the new catalogue, tables, pages and database in the folder of what waits."""
    waiting = ready.begin(house.snapshot)
    text = house.sources.read_text(encoding="utf-8")
    for id, edition in new.items():
        text = with_edition(text, held[id], edition)
    (waiting / "sources.toml").write_text(text, encoding="utf-8")
    then = catalogue.sources.__wrapped__(waiting / "sources.toml")
    extract(how.directory, waiting / "snapshot", reference=house.reference, only=list(new), held=then, say=say)
    pages = _pages(house, waiting, held, then, new)
    (waiting / "changes").mkdir()
    for name, page_text in pages.items():
        (waiting / "changes" / name).write_text(page_text, encoding="utf-8")
    build(
        waiting / house.database.name, snapshot=waiting / "snapshot", reference=house.reference,
        catalogue=waiting / "sources.toml", say=say,
    )  # fmt: skip
    return pages


def _pages(
    house: House, waiting: Path, held: Mapping[str, Source], then: Mapping[str, Source], new: Mapping[str, Edition]
) -> dict[str, str]:
    """Write what each new edition changed, beside the newest that was held."""
    with areas_known(house.reference) as con:
        return dict(_page(con, house, waiting, held[id], then[id].editions[-1]) for id in new)


def _page(
    con: duckdb.DuckDBPyConnection, house: House, waiting: Path, source: Source, after: Edition
) -> tuple[str, str]:
    before = source.editions[-1]
    was = rows_by_edition(house.snapshot, source.id, before.edition)
    now = rows_by_edition(waiting / "snapshot", source.id, after.edition)
    return page(source, before, after, was, now, names(con, source))
