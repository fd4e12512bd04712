"""A refresh from end to end against the stub: what is new comes in whole, and whatever goes wrong leaves what was."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from data import catalogue
from etl import ready
from etl.build import build
from etl.editions import with_edition
from etl.errors import Busy, CheckFailed, ColumnsChanged, UnknownArea
from etl.fetching.fetch import LOCK, Fetch
from etl.fetching.lock import locked
from etl.manifest import hash_of
from etl.refresh import House, Refreshed, refresh
from tests.conftest import ROOT, Small
from tests.etl.stub import Stub, serving
from tests.etl.test_fetch import QUICK
from tests.etl.test_kill import content

WORKFORCE = "dfe_csww/2025/csww_indicators_2017_to_2025.csv"
NEW = "dfe_csww/2026/csww_indicators_2017_to_2026.csv"
PUBLICATION = "Children's social work workforce"
DOWNLOAD = re.compile("/api/data-set-files/[0-9a-f]{8}/download")
KILLS = int(os.environ.get("KILLS", 1))  # ten by hand: KILLS=10 pytest tests/etl/test_refresh.py -k killed


class Stand(NamedTuple):
    """A small house, a folder of its publishers' files, and the publishers."""

    house: House
    how: Fetch
    stub: Stub
    raw: Path

    def refresh(self) -> Refreshed:
        return refresh(self.house, self.how, only=["workforce"])

    def kept(self) -> dict[str, bytes]:
        """Read all that is ours."""
        folder = self.house.snapshot.parent
        files = (*self.house.snapshot.iterdir(), *folder.iterdir(), *folder.glob("changes/*"))
        return {str(path.relative_to(folder)): path.read_bytes() for path in files if path.is_file()}


def with_2026(text: str) -> str:
    """Add the year 2026 to a workforce file: 2025 once more, one figure of 2025 revised."""
    header, *rows = text.splitlines()
    newest = [row for row in rows if row.startswith("2025,")]
    return "\n".join([header, *rows, *(row.replace("2025,", "2026,", 1) for row in newest)]) + "\n"


@pytest.fixture
def stand(small: Small) -> Iterator[Stand]:
    with serving() as stub:
        text = small.sources.read_text(encoding="utf-8")
        for file in set(re.findall(r'\nfile = "(.*)"', text)):
            path = small.releases / file
            if path.is_file():
                block = (
                    f'\nfile = "{file}"\naddress = "{stub.address}/{file}"\nsha256 = "{hash_of(path.read_bytes())}"\n'
                )
                text = re.sub(rf'\nfile = "{re.escape(file)}"\naddress = .*\nsha256 = .*\n', block, text)
                stub.files[f"/{file}"] = path.read_bytes()
        small.sources.write_text(text, encoding="utf-8")
        house = House(small.database, small.sources, small.snapshot, small.reference)
        publish(stub, with_2026((small.releases / WORKFORCE).read_text(encoding="utf-8-sig")))
        yield Stand(house, Fetch(small.releases, stub.services, QUICK), stub, small.releases)


def publish(stub: Stub, text: str) -> None:
    stub.listed.clear()
    name = Path(NEW).name
    stub.release(PUBLICATION, name, published="2027-02-25", years=(2022, 2026), csv=text.encode())


def newest_year(database: Path) -> int:
    with duckdb.connect(str(database), read_only=True) as con:
        (newest,) = con.execute(
            "select max(year(period_end)) from observation where source_id = 'workforce'"
        ).fetchall()
        return int(newest[0])


def test_a_new_edition_comes_in_and_the_second_run_fetches_nothing(stand: Stand) -> None:
    before = stand.kept()
    done = stand.refresh()
    assert list(done.editions) == ["workforce"] and done.troubles == []
    assert newest_year(stand.house.database) == 2026
    after = stand.kept()
    (page,) = done.pages
    assert page == "2027-02-25-workforce-2026.md"
    assert "- **New dates:** 30 September 2026: " in done.pages[page]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        f"changes/{page}", "snapshot/workforce.csv", "snapshot/manifest.csv", "sources.toml", "small.duckdb",
        ready.LOCK,
    }  # fmt: skip
    asked = list(stand.stub.downloads())
    assert stand.refresh() == ({}, {}, [])
    assert stand.stub.downloads() == asked
    assert stand.kept() == after
    held = catalogue.sources.__wrapped__(stand.house.sources)
    assert held["workforce"].editions[-1].edition == "2026"


FAULTS = {
    "slow": ["slow 0.6"] * 4,
    "cut off": ["cut"] * 4,
    "asks to wait for long": ["later 3600"],
    "500": ["status 500"] * 4,
    "redirect elsewhere": ["redirect http://elsewhere.example/x.csv"],
    "HTML in place of CSV": ["html"],
}


def test_whatever_goes_wrong_while_fetching_leaves_what_was(stand: Stand) -> None:
    before = stand.kept()
    path = next(path for path in stand.stub.files if DOWNLOAD.fullmatch(path))
    for fault, faults in FAULTS.items():
        stand.stub.faults[path] = list(faults)
        done = stand.refresh()
        assert done.editions == {}, fault
        assert len(done.troubles) == 1 and "\n" not in done.troubles[0], fault
        assert stand.kept() == before, fault
        assert not (stand.raw / NEW).exists(), fault
    stand.stub.faults.clear()
    assert list(stand.refresh().editions) == ["workforce"]


def test_a_file_cut_by_its_publisher_is_refused(stand: Stand) -> None:
    text = with_2026((stand.raw / WORKFORCE).read_text(encoding="utf-8-sig"))
    publish(stand.stub, text[: len(text) - 30])
    before = stand.kept()
    with pytest.raises(Exception, match="csww_indicators_2017_to_2026.csv"):
        stand.refresh()
    assert stand.kept() == before


def test_a_renamed_column_stops_with_the_line_and_where(stand: Stand) -> None:
    text = with_2026((stand.raw / WORKFORCE).read_text(encoding="utf-8-sig"))
    publish(stand.stub, text.replace("absence_rate_fte", "absence_pct_fte", 1))
    before = stand.kept()
    with pytest.raises(ColumnsChanged) as caught:
        stand.refresh()
    assert "`absence_rate_fte,,,,absence_pct_fte`" in str(caught.value)
    assert "etl/sources/workforce/columns.csv" in str(caught.value)
    assert stand.kept() == before
    assert newest_year(stand.house.database) == 2025


def test_an_authority_that_nobody_knows_stops(stand: Stand) -> None:
    text = with_2026((stand.raw / WORKFORCE).read_text(encoding="utf-8-sig"))
    line = next(line for line in text.splitlines() if line.startswith("2026,") and ",Doncaster," in line)
    publish(stand.stub, text + re.sub(r",371,", ",398,", line).replace("Doncaster", "Camelot") + "\n")
    before = stand.kept()
    with pytest.raises(UnknownArea, match="398"):
        stand.refresh()
    assert stand.kept() == before


def test_a_database_that_fails_a_check_does_not_come_in(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stand.kept()
    monkeypatch.setattr("etl.build.failures", lambda _: iter([("rates_within_bounds", [(1,)])]))
    with pytest.raises(CheckFailed):
        stand.refresh()
    assert stand.kept() == before


def test_two_timers_do_not_meet(stand: Stand) -> None:
    with locked(stand.raw / LOCK), pytest.raises(Busy, match="another fetch or refresh is at work"):
        stand.refresh()


REFRESHING = """
import json, sys
from pathlib import Path
from etl.fetching.fetch import Fetch
from etl.fetching.manners import Manners
from etl.fetching.newest import Services
from etl.refresh import House, refresh

house, raw, services, manners = json.loads(sys.argv[1])
print("began", flush=True)
refresh(House(*map(Path, house)), Fetch(Path(raw), Services(*services), Manners(*manners)), only=["workforce"])
"""


def test_killed_at_any_moment_nothing_is_lost(
    stand: Stand, python: str, environment: dict[str, str], tmp_path: Path
) -> None:
    """Old or new, never between; whoever refreshes next has all of it."""
    was = stand.house.snapshot.parent
    old = content(stand.house.database)[0][:-1]
    pristine = tmp_path / "pristine"
    shutil.copytree(was, pristine)

    def child() -> subprocess.Popen[str]:
        house = [str(path) for path in stand.house]
        told = json.dumps([house, str(stand.raw), list(stand.stub.services), list(stand.how.manners)])
        begun = subprocess.Popen(
            [python, "-c", REFRESHING, told], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert begun.stdout and begun.stdout.readline() == "began\n"
        return begun

    began = time.monotonic()
    with child() as whole:
        assert whole.wait() == 0
    lasts = time.monotonic() - began
    new = content(stand.house.database)[0][:-1]
    assert new != old
    moments = random.Random(2026)
    for moment in [*(moments.random() for _ in range(KILLS))]:
        shutil.rmtree(was)
        shutil.copytree(pristine, was)
        with child() as killed:
            time.sleep(moment * lasts)
            killed.send_signal(signal.SIGKILL)
            killed.wait()
        assert content(stand.house.database)[0][:-1] in (old, new), moment
        stand.refresh()
        assert content(stand.house.database)[0][:-1] == new, moment
        assert not ready.folder(stand.house.snapshot).exists()


@pytest.mark.parametrize("moved", [1, 31])
def test_a_move_that_was_broken_off_is_gone_on_with(moved: int, stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the next build as well: a dashboard that starts then is not left with half of each."""
    times = 0
    move = os.replace

    class Killed(BaseException): ...

    def limited(source: Path, to: Path) -> None:
        nonlocal times
        times += 1
        if times > moved:
            raise Killed
        move(source, to)

    declare = ready.declare

    def then_limited(waiting: Path) -> None:
        declare(waiting)
        monkeypatch.setattr("etl.ready.os.replace", limited)

    monkeypatch.setattr("etl.refresh.ready.declare", then_limited)
    with pytest.raises(Killed):
        stand.refresh()
    monkeypatch.undo()
    build(stand.house.database, snapshot=stand.house.snapshot, reference=stand.house.reference)
    assert newest_year(stand.house.database) == 2026
    assert not ready.folder(stand.house.snapshot).exists()


def test_an_edition_that_came_is_expected_no_more_and_a_correction_leaves_what_is_expected(tmp_path: Path) -> None:
    text = (ROOT / "data" / "sources.toml").read_text(encoding="utf-8")
    path = tmp_path / "sources.toml"
    due = [source for source in catalogue.sources().values() if source.due]
    assert len(due) > 5
    for source in due:
        held = source.editions[-1]
        for edition, expected in (
            (replace(held, edition="2099", last=held.last + 1), False),
            (replace(held, edition="2099", published=f"{source.due}-28"), False),
            (replace(held, edition="corrected", published=f"{held.published[:7]}-28"[:10]), True),
        ):
            path.write_text(with_edition(text, source, edition), encoding="utf-8")
            after = catalogue.sources.__wrapped__(path)[source.id]
            then = (source.due, source.next_release) if expected else ("", "not announced in what is held")
            assert (after.due, after.next_release) == then, source.id
            assert after.editions[-1] == edition


def test_a_new_edition_is_written_after_the_last_and_all_else_stays(tmp_path: Path) -> None:
    text = (ROOT / "data" / "sources.toml").read_text(encoding="utf-8")
    before = catalogue.sources()
    for source in before.values():
        edition = replace(source.editions[-1], edition="2099", file='a "b".csv')
        (tmp_path / f"{source.id}.toml").write_text(with_edition(text, source, edition), encoding="utf-8")
        after = catalogue.sources(tmp_path / f"{source.id}.toml")
        assert {id: each for id, each in after.items() if id != source.id} == {
            id: each for id, each in before.items() if id != source.id
        }
        kept = source.editions[:-1] if source.always else source.editions
        assert after[source.id].editions == (*kept, edition)
        then_earlier = {*source.earlier, *(source.editions[-1:] if source.always else ())}
        assert set(after[source.id].earlier) == then_earlier
