"""What fetch does with publishers as they are: one sentence for each fault, nothing half-written, nothing twice."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.catalogue import Edition, Source, sources
from etl.errors import Busy
from etl.fetching import progress
from etl.fetching.fetch import LOCK, Fetch, Report, fetch
from etl.fetching.lock import locked
from etl.fetching.manners import Manners
from etl.manifest import hash_of
from tests.etl.stub import Stub, serving

QUICK = Manners(tries=2, backoff=0.02, pause=0.0, quiet=0.3, longest=2.0, patience=3)
CSV = b"time_period,value\n" + b"".join(b"%d,%d\n" % (year, year) for year in range(2000, 30000))
FILE = "dfe_x/2025/figures_2017_to_2025.csv"
ID = "342f9a01-26f0-2a71-91a1-f8bc0bee8b11"


@pytest.fixture
def stub() -> Iterator[Stub]:
    with serving() as made:
        yield made


def source(stub: Stub, **words: str) -> Source:
    edition = Edition(
        edition="2025", file=FILE, published="2025-10", address=f"{stub.address}/held.csv", sha256=hash_of(CSV),
        first=2017, last=2025,
    )  # fmt: skip
    stub.files["/held.csv"] = CSV
    return replace(sources()["workforce"], id="x", editions=(edition,), data_set="", catalogue="", **words)


def run(stub: Stub, folder: Path, source: Source, manners: Manners = QUICK) -> Report:
    how = Fetch(folder, stub.services, manners, lambda: date(2027, 3, 2))
    return fetch(how, held={"x": source})


def there(folder: Path) -> list[str]:
    """Name every file in a folder but the lock."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.name != LOCK)


def test_what_is_missing_comes_once(stub: Stub, tmp_path: Path) -> None:
    held = source(stub)
    assert run(stub, tmp_path, held).fetched == [FILE]
    assert (tmp_path / FILE).read_bytes() == CSV
    assert there(tmp_path) == [FILE, "new_editions.json"]
    assert run(stub, tmp_path, held) == ([], {}, [])
    assert stub.downloads() == ["/held.csv"]
    (agent,) = stub.agents
    assert agent.startswith("childrens-services-dashboard (")


FAULTS = {
    "slow": (["slow 0.6"] * 4, "no answer within 0.3 s"),
    "cut off": (["cut"] * 4, "cut off 2 times, "),
    "asks to wait": (["later 0"] * 4, "answers 429"),
    "asks to wait for long": (["later 3600"], "asks to be left alone"),
    "500": (["status 500"] * 4, "answers 500 Internal Server Error; run this again later"),
    "gone": (["status 404"], "answers 404 Not Found; if it is gone for good"),
    "wrong hash": (["instead a,b\n1,2\n"], "its SHA-256 is"),
    "empty": (["instead "], "an empty file came"),
    "JSON in place of CSV": (['instead {"a": 1}'], "what came is not a .csv file"),
    "redirect elsewhere": (["redirect http://elsewhere.example/held.csv"], "another host, elsewhere.example; not"),
    "redirect in a circle": (["redirect /held.csv"] * 5, "answers 302"),
    "HTML in place of CSV": (["html"], "a web page came in place of a .csv file: a proxy or a sign-in"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_one_sentence_and_leaves_what_was(fault: str, stub: Stub, tmp_path: Path) -> None:
    faults, words = FAULTS[fault]
    held = source(stub)
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_bytes(b"an older file\n")
    stub.faults["/held.csv"] = list(faults)
    report = run(stub, tmp_path, held)
    (sentence,) = report.troubles
    assert words in sentence and "\n" not in sentence, sentence
    assert report.fetched == []
    assert (tmp_path / FILE).read_bytes() == b"an older file\n"
    assert [name for name in there(tmp_path) if name not in (FILE, f"{FILE}.part", "new_editions.json")] == []
    stub.faults.clear()
    assert run(stub, tmp_path, held).fetched == [FILE]
    assert (tmp_path / FILE).read_bytes() == CSV


def test_a_file_that_is_cut_off_is_gone_on_with(stub: Stub, tmp_path: Path) -> None:
    stub.faults["/held.csv"] = ["cut"]
    assert run(stub, tmp_path, source(stub)).fetched == [FILE]
    assert (tmp_path / FILE).read_bytes() == CSV
    first, second = stub.asked
    assert first == ("/held.csv", "")
    kept = int(second[1].removeprefix("bytes=").removesuffix("-"))
    assert len(CSV) // 4 < kept <= len(CSV) // 2


def test_a_part_of_something_else_is_thrown_away(stub: Stub, tmp_path: Path) -> None:
    held = source(stub)
    part = tmp_path / f"{FILE}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x" * (len(CSV) + 5))
    assert run(stub, tmp_path, held).fetched == [FILE]
    part.write_bytes(b"x" * 100)
    (tmp_path / FILE).unlink()
    assert "SHA-256" in run(stub, tmp_path, held).troubles[0]
    assert run(stub, tmp_path, held).fetched == [FILE]


def test_a_server_that_asks_to_wait_is_waited_for(stub: Stub, tmp_path: Path) -> None:
    stub.faults["/held.csv"] = ["later 1", "status 503"]
    assert run(stub, tmp_path, source(stub)).fetched == [FILE]
    assert len(stub.asked) == 3


def test_a_redirect_within_the_host_is_followed(stub: Stub, tmp_path: Path) -> None:
    stub.files["/moved.csv"] = CSV
    stub.faults["/held.csv"] = ["redirect /moved.csv"]
    assert run(stub, tmp_path, source(stub)).fetched == [FILE]


def test_one_at_a_time(stub: Stub, tmp_path: Path) -> None:
    held = source(stub)
    more = [replace(held.editions[0], edition=str(n), file=f"{n}.csv") for n in range(5)]
    assert len(run(stub, tmp_path, replace(held, editions=tuple(more))).fetched) == 5
    assert stub.most_at_once == 1


def test_one_that_fails_leaves_the_others_be(stub: Stub, tmp_path: Path) -> None:
    held = source(stub)
    gone = replace(held.editions[0], edition="2024", file="gone.csv", address=f"{stub.address}/gone.csv")
    report = run(stub, tmp_path, replace(held, editions=(gone, *held.editions)))
    assert report.fetched == [FILE] and len(report.troubles) == 1


def test_only_one_at_work(stub: Stub, tmp_path: Path) -> None:
    with locked(tmp_path / LOCK), pytest.raises(Busy):
        run(stub, tmp_path, source(stub))
    assert stub.asked == []


def test_proxies_of_the_environment_are_taken(stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", stub.address)
    monkeypatch.setenv("NO_PROXY", "")
    held = source(stub)
    edition = replace(held.editions[0], address="http://publisher.example/held.csv")
    assert run(stub, tmp_path, replace(held, editions=(edition,))).fetched == [FILE]


# --- new editions -------------------------------------------------------------------------------------------------

NEW = b"time_period,value\n2026,1\n"


def test_a_new_version_of_a_data_set_comes_once(stub: Stub, tmp_path: Path) -> None:
    held = replace(source(stub), data_set=ID)
    stub.data_set(ID, published="2025-10-30", years=(2017, 2025), csv=CSV)
    assert run(stub, tmp_path, held).new == {}
    stub.data_set(ID, published="2026-10-29", years=(2018, 2026), csv=NEW)
    report = run(stub, tmp_path, held)
    file = "dfe_x/2026/figures_2017_to_2026.csv"
    found = report.new["x"]
    assert (found.edition, found.file, found.published, found.first, found.last, found.sha256) == (
        "2026", file, "2026-10-29", 2018, 2026, hash_of(NEW),
    )  # fmt: skip
    assert report.fetched == [file]
    again = run(stub, tmp_path, held)
    assert again.fetched == [] and again.new == report.new
    assert stub.downloads().count(f"/statistics/v1/data-sets/{ID}/csv") == 1


def test_a_new_release_of_the_catalogue_comes_once(stub: Stub, tmp_path: Path) -> None:
    held = replace(source(stub), catalogue="Figures of children")
    for publication, name in (("Other", "figures_2017_to_2026.csv"), ("Figures of children", "notes.csv")):
        stub.release(publication, name, published="2026-10-29", years=(2017, 2026), csv=CSV)
    assert "lists no file like figures_2017_to_2025.csv" in run(stub, tmp_path, held).troubles[0]
    stub.release("Figures of children", "figures_2017_to_2026.csv", published="2026-10-29", years=(2017, 2026), csv=NEW)
    report = run(stub, tmp_path, held)
    assert report.fetched == ["dfe_x/2026/figures_2017_to_2026.csv"] and report.troubles == []
    assert run(stub, tmp_path, held).fetched == []


def test_a_file_that_is_always_the_newest_comes_when_it_changes(stub: Stub, tmp_path: Path) -> None:
    stub.files["/newest.csv"] = CSV
    held = source(stub, always=f"{stub.address}/newest.csv")
    assert run(stub, tmp_path, held).new == {}
    stub.files["/newest.csv"] = NEW
    report = run(stub, tmp_path, held)
    assert report.fetched == ["dfe_x/2027-03-02/figures_2017_to_2025.csv"]
    assert report.new["x"].edition == "2027-03-02" and report.new["x"].sha256 == hash_of(NEW)
    assert run(stub, tmp_path, held) == ([], report.new, [])


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("instead <html>", "is not the JSON that is expected"),
        ('instead {"status": "Published", "latestVersion": {"version": "2.0"}}', "not as it describes it"),
        ('instead {"status": "Withdrawn"}', "is withdrawn by the publisher; what is held stays"),
        ("status 403", "answers 403"),
    ],
)
def test_a_service_that_speaks_otherwise(fault: str, words: str, stub: Stub, tmp_path: Path) -> None:
    held = replace(source(stub), data_set=ID)
    stub.faults[f"/statistics/v1/data-sets/{ID}"] = [fault]
    report = run(stub, tmp_path, held)
    assert words in report.troubles[0]
    assert report.fetched == [FILE]


def test_what_was_remembered_and_broken_off_is_found_again(stub: Stub, tmp_path: Path) -> None:
    held = replace(source(stub), data_set=ID)
    stub.data_set(ID, published="2026-10-29", years=(2018, 2026), csv=NEW)
    first = run(stub, tmp_path, held)
    (tmp_path / "new_editions.json").write_text('{"editions": {"x"', encoding="utf-8")
    assert run(stub, tmp_path, held).new == first.new


def test_what_sources_names_by_now_is_forgotten(stub: Stub, tmp_path: Path) -> None:
    held = replace(source(stub), data_set=ID)
    stub.data_set(ID, published="2026-10-29", years=(2018, 2026), csv=NEW)
    new = run(stub, tmp_path, held).new["x"]
    assert run(stub, tmp_path, replace(held, editions=(*held.editions, new))).new == {}
    assert json.loads((tmp_path / "new_editions.json").read_text(encoding="utf-8"))["editions"] == {}


class Terminal:
    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return True


def test_a_bar_grows_and_goes_away() -> None:
    terminal = Terminal()
    bar = progress.Bar("figures.csv", 200, terminal)  # type: ignore[arg-type]
    for done in (50, 100, 100, 200):
        bar.at(done)
    bar.end()
    counts = [part.count("#") for part in terminal.written.split("\r")]
    assert counts == [0, 7, 15, 30, 0, 0]
