"""What every test may ask for; and the real database out of every test's reach."""

import gc
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest
from hypothesis import settings

from data import catalogue, paths
from etl.build import build
from etl.extract import extract
from queries.database import open_database
from tests.releases.unpacked import cut_catalogue, cut_reference, unpack

# A machine under load is slow now and then, and the same commit shall give the same answer twice.
settings.register_profile("continuous integration", derandomize=True, deadline=None)
settings.register_profile("by hand", deadline=None)
settings.load_profile("continuous integration" if os.environ.get("CI") else "by hand")

ROOT = Path(__file__).parents[1]
OFFICIAL = (ROOT.parent / "shared" / "official", paths.RAW)
REAL_DATABASE = paths.DATA / "dashboard.duckdb"


def pytest_xdist_auto_num_workers() -> int:
    """Run one more worker than there are cores: what waits for a browser or another process leaves a core free."""
    return min((os.cpu_count() or 1) + 1, 4)


def pytest_unconfigure() -> None:
    """Let go of what keeps modules alive to the end, for DuckDB lists its own among them as leaks.

    Hypothesis hangs a function on the collector of garbage; a page's first run leaves what is loaded out of it.
    """
    gc.callbacks.clear()
    gc.unfreeze()


def common(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder of this run, which all its workers share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def made_once(path: Path, make: Callable[[], None]) -> None:
    """Let the first worker that asks make what all read, the others wait for it: each making costs seconds."""
    mark = path.with_name(f"{path.name}.asked")
    done = path.with_name(f"{path.name}.made")
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        for _ in range(2_400):  # two minutes, of what takes ten seconds
            if done.exists():
                return
            time.sleep(0.05)
        raise AssertionError(f"another worker did not make {path.name}") from None
    make()
    done.touch()


class Small(NamedTuple):
    """The cut releases and what the pipeline makes of them."""

    releases: Path
    reference: Path
    sources: Path
    snapshot: Path
    database: Path


def _refusing(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(database: object = ":memory:", *positional: object, **named: object) -> Any:
        if Path(str(database)).absolute() == REAL_DATABASE.absolute():
            raise AssertionError("a test may not touch data/dashboard.duckdb: ask for the fixture `built` or `con`")
        return connect(database, *positional, **named)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def _real_database_out_of_reach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point DASHBOARD_DATABASE into a temporary folder, and refuse to connect to the real database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_DATABASE", str(common(tmp_path_factory) / "dashboard.duckdb"))
        patch.setattr(duckdb, "connect", _refusing(duckdb.connect))
        yield


@pytest.fixture(scope="session")
def official() -> Path:
    """Return the folder of the publishers' files, or skip."""
    for folder in OFFICIAL:
        if (folder / "dfe_csww").is_dir():
            return folder
    pytest.skip("the publishers' files are neither in ../shared/official nor in data/raw")


@pytest.fixture(scope="session")
def built(_real_database_out_of_reach: None) -> Path:
    """Build the database from the committed tidy tables, once, where DASHBOARD_DATABASE points. Not to be changed."""
    path = paths.database()
    made_once(path, lambda: build(path))
    return path


@pytest.fixture(scope="session")
def _connection(built: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(built), read_only=True) as connection:
        yield connection


@pytest.fixture
def con(_connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Open the built database for reading."""
    return _connection.cursor()


@pytest.fixture(scope="session")
def opened(built: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the built database as the pages do, once."""
    with open_database(built) as connection:
        yield connection


@pytest.fixture(scope="session")
def small_session(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Run the real extract and build on the cut releases, once. Not to be changed: see `small`."""
    folder = common(tmp_path_factory) / "small"
    small = Small(*(folder / part for part in ("releases", "reference", "sources.toml", "snapshot", "small.duckdb")))
    made_once(folder, lambda: _make_small(small))
    return small


def _make_small(small: Small) -> None:
    small.releases.parent.mkdir()
    unpack(small.releases)
    cut_reference(paths.REFERENCE, small.reference)
    cut_catalogue(paths.SOURCES, small.sources)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("etl.extract.sources", lambda: catalogue.sources(small.sources))
        extract(small.releases, small.snapshot, reference=small.reference)
    build(small.database, snapshot=small.snapshot, reference=small.reference)


@pytest.fixture
def small(small_session: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """Copy the cut releases, their tidy tables and their database to a folder of the test's own."""
    copy = tmp_path / "small"
    shutil.copytree(small_session.releases.parent, copy)
    own = Small(*(copy / part.name for part in small_session))
    monkeypatch.setattr("etl.extract.sources", lambda: catalogue.sources(own.sources))
    return own


@pytest.fixture(scope="session")
def environment(_real_database_out_of_reach: None) -> dict[str, str]:
    """Return the environment of a child process: every warning an error, our modules found."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


@pytest.fixture(scope="session")
def python() -> str:
    """Return the interpreter that runs the tests."""
    return sys.executable
