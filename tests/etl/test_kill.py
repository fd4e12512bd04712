"""A build that is killed at any moment leaves the old database whole, and its leavings to the next build."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from etl.build import build
from tests.conftest import ROOT, Small

KILLS = int(os.environ.get("KILLS", 4))  # ten by hand, as of a refresh
SEED = 2026

# A child that says when it begins and after each step of its build.
BUILDING = """
import sys
from pathlib import Path
from etl.build import build

path, *folders = map(Path, sys.argv[1:])
print("began", flush=True)
build(path, **dict(zip(("snapshot", "reference"), folders)), say=lambda line: print(line, flush=True))
"""


def content(path: Path) -> list[tuple[object, ...]]:
    """Read what the database says and when it was built."""
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute(
            """
            select count(*), sum(value), bit_xor(hash(indicator_id || area_code || period_end || status)),
                (select count(*) from judgement), (select built_at from build)
            from observation
            """
        ).fetchall()


@contextmanager
def building(python: str, environment: dict[str, str], path: Path, *folders: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a build as a child process, of the committed tables or of others, and wait until it begins."""
    command = [python, "-c", BUILDING, *map(str, (path, *folders))]
    child = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline() == "began\n"
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def leavings(path: Path) -> list[str]:
    return sorted(left.name for left in path.parent.iterdir() if left != path)


@pytest.fixture
def old(small_session: Small, tmp_path: Path) -> Path:
    """Put an old database where the new one shall be: the small one, unlike that of the committed tables."""
    path = tmp_path / "old" / "dashboard.duckdb"
    path.parent.mkdir()
    shutil.copy(small_session.database, path)
    return path


def test_killed_at_any_moment(
    old: Path, small_session: Small, python: str, environment: dict[str, str], tmp_path: Path
) -> None:
    tables = (small_session.snapshot, small_session.reference)
    before = content(old)
    with building(python, environment, tmp_path / "new" / "dashboard.duckdb", *tables) as child:
        began = time.monotonic()
        assert child.wait() == 0
    whole = time.monotonic() - began

    def killed(numbered: tuple[int, float]) -> bool:
        number, moment = numbered
        path = tmp_path / str(number) / old.name
        path.parent.mkdir()
        shutil.copy(old, path)
        with building(python, environment, path, *tables) as child:
            time.sleep(moment * whole)
            child.send_signal(signal.SIGKILL)
            was_killed = child.wait() == -signal.SIGKILL
        after = content(path)
        # the move may have come just before the kill: then the new database is whole and nothing is left
        assert after == before or (after[0][:-1] == before[0][:-1] and leavings(path) == []), f"killed at {moment}"
        return was_killed

    moments = random.Random(SEED)
    with ThreadPoolExecutor(max_workers=3) as pool:
        kills = list(pool.map(killed, enumerate(moments.random() for _ in range(KILLS))))
    assert sum(kills) >= KILLS // 2, "most builds were over before they could be killed"


def test_leavings_are_swept_by_the_next_build(
    old: Path, small_session: Small, python: str, environment: dict[str, str]
) -> None:
    with building(python, environment, old) as child:
        assert child.stdout
        while "tidy tables read" not in child.stdout.readline():
            pass
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert [name for name in leavings(old) if ".building-" in name], "the kill left nothing to sweep"
    build(old, snapshot=small_session.snapshot, reference=small_session.reference)
    assert leavings(old) == []


def test_a_running_build_is_not_swept_by_another(
    old: Path, small_session: Small, python: str, environment: dict[str, str]
) -> None:
    tables = (small_session.snapshot, small_session.reference)
    with building(python, environment, old, *tables) as child:
        assert child.stdout
        child.stdout.readline()
        child.send_signal(signal.SIGSTOP)  # so that it is at work when the other is done
        build(old, snapshot=tables[0], reference=tables[1])
        earlier = content(old)
        child.send_signal(signal.SIGCONT)
        assert child.wait() == 0
    assert leavings(old) == []
    assert content(old)[0][:-1] == earlier[0][:-1] and content(old)[0][-1] > earlier[0][-1]


def test_files_of_others_are_left_alone(old: Path, small_session: Small) -> None:
    for name in ("dashboard.duckdb.backup", "dashboard.duckdb-building-1", "notes.txt"):
        (old.parent / name).write_text("mine")
    build(old, snapshot=small_session.snapshot, reference=small_session.reference)
    assert leavings(old) == ["dashboard.duckdb-building-1", "dashboard.duckdb.backup", "notes.txt"]


def test_readers_go_on_reading_while_a_new_database_moves_in(
    old: Path, built: Path, small_session: Small, python: str, environment: dict[str, str]
) -> None:
    """The old one is that of all tests, whose copy says afterwards what stood on a page that was not read before."""
    shutil.copy(built, old)
    question = "select count(*), sum(cast(value as decimal(18, 4))) from observation"  # the same in whatever order
    not_read_yet = "select bit_xor(hash(each)) from intervention_event as each"
    with duckdb.connect(str(built), read_only=True) as con:
        stood = con.execute(not_read_yet).fetchall()
    with duckdb.connect(str(old), read_only=True) as reader:
        before = reader.execute(question).fetchall()
        with building(python, environment, old, small_session.snapshot, small_session.reference) as child:
            answers = set()
            while child.poll() is None:
                answers.add(tuple(reader.cursor().execute(question).fetchall()))
                time.sleep(0.02)
            assert child.returncode == 0
        assert answers == {tuple(before)}
        assert reader.execute(not_read_yet).fetchall() == stood
    with duckdb.connect(str(old), read_only=True) as reader:
        assert reader.execute(question).fetchall() != before
