"""A fetch that is killed at any moment leaves each file whole or absent; the next brings the rest, a third nothing."""

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from data.catalogue import Source
from etl.fetching.fetch import LOCK, Fetch, fetch
from etl.fetching.known import NAME
from tests.conftest import ROOT
from tests.etl.stub import Stub, serving
from tests.etl.test_fetch import CSV, ID, QUICK, source

# Ten by hand: KILLS=10 pytest tests/etl/test_fetch_killed.py
KILLS = int(os.environ.get("KILLS", 1))
SEED = 2026
ALWAYS = b"day,value\n" + b"2026-11-27,1\n" * 20_000

FETCHING = """
import json, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from data.catalogue import Edition, sources
from etl.fetching.fetch import Fetch, fetch
from etl.fetching.manners import Manners
from etl.fetching.newest import Services

folder, services, manners, told = json.loads(sys.argv[1])
held = {
    id: replace(sources()["workforce"], **{**source, "id": id, "editions": [Edition(**source["editions"][0])]})
    for id, source in told.items()
}
print("began", flush=True)
fetch(Fetch(Path(folder), Services(*services), Manners(*manners), lambda: date(2027, 3, 2)), held=held)
"""


@pytest.fixture
def stub() -> Iterator[Stub]:
    with serving() as made:
        made.drip = 0.005  # seconds: a fetch then takes as long as its start, so that kills fall within it
        yield made


@pytest.fixture
def held(stub: Stub) -> dict[str, Source]:
    """Give one source of each kind: of the API, of the catalogue, always at one address; each with a file to come."""
    first = source(stub)
    stub.data_set(ID, published="2026-10-29", years=(2018, 2026), csv=CSV)
    stub.release("Figures", "other_2017_to_2026.csv", published="2026-10-29", years=(2017, 2026), csv=CSV)
    stub.files["/newest.csv"] = ALWAYS
    (edition,) = first.editions
    other = replace(edition, file="dfe_y/2025/other_2017_to_2025.csv")
    third = replace(edition, file="z/2025/z.csv")
    return {
        "x": replace(first, data_set=ID),
        "y": replace(first, id="y", editions=(other,), catalogue="Figures"),
        "z": replace(first, id="z", editions=(third,), always=f"{stub.address}/newest.csv"),
    }


def whole(folder: Path) -> dict[str, bytes]:
    """Read every file that a reader would take for a publisher's."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix == ".csv" and not path.relative_to(folder).parts[0].startswith(".")
    }


@pytest.fixture
def child(
    stub: Stub, python: str, environment: dict[str, str], held: dict[str, Source]
) -> Callable[[Path], subprocess.Popen[str]]:
    """Fetch into a folder, in a process of its own."""
    words = ("editions", "data_set", "catalogue", "always")
    told = {id: {word: asdict(each)[word] for word in words} for id, each in held.items()}

    def begun(folder: Path) -> subprocess.Popen[str]:
        asked = json.dumps([str(folder), list(stub.services), list(QUICK), told])
        command = [python, "-c", FETCHING, asked]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout and process.stdout.readline() == "began\n"
        return process

    return begun


def finish(folder: Path, stub: Stub, held: dict[str, Source]) -> None:
    """Fetch what is left, and once more: then only what is always at one address is asked after."""
    how = Fetch(folder, stub.services, QUICK, lambda: date(2027, 3, 2))
    assert fetch(how, held=held).troubles == []
    asked = len(stub.downloads())
    again = fetch(how, held=held)
    assert (again.fetched, again.troubles) == ([], [])
    assert stub.downloads()[asked:] == ["/newest.csv"]


def test_killed_at_any_moment(
    child: Callable[[Path], subprocess.Popen[str]], held: dict[str, Source], stub: Stub, tmp_path: Path
) -> None:
    began = time.monotonic()
    with child(tmp_path / "whole") as unhurt:
        assert unhurt.wait() == 0
    lasts = time.monotonic() - began
    wanted = whole(tmp_path / "whole")
    assert len(wanted) == 6 and set(wanted.values()) == {CSV, ALWAYS}
    moments = random.Random(SEED)
    killed = 0
    for number in range(KILLS):
        folder = tmp_path / str(number)
        with child(folder) as hurt:
            time.sleep(moments.random() * lasts)
            hurt.send_signal(signal.SIGKILL)
            killed += hurt.wait() == -signal.SIGKILL
        assert whole(folder).items() <= wanted.items(), "something half-written stands where a file should be"
        finish(folder, stub, held)
        assert whole(folder) == wanted
        left = {path.name for path in folder.rglob("*") if path.is_file()}
        assert left == {LOCK, NAME, *(Path(file).name for file in wanted)}
    assert killed >= KILLS // 2, "most fetches were over before they could be killed"
