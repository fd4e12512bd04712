"""What is installed is what was tried: every package pinned, those that others bring too, each file by its hash."""

import re
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([\w.-]+)==(\S+)(?: ; ([^\\]+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)
MADE, RUN, ASKED, ASKED_TO_RUN = (
    (ROOT / f"requirements.{name}").read_text(encoding="utf-8") for name in ("txt", "run.txt", "in", "run.in")
)
PINS = {name: (version, marker) for name, version, marker, _ in PINNED.findall(MADE)}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


INSTALLED = {plain(each.name) for each in metadata.distributions()}


def test_every_line_is_a_package_with_its_version_and_hashes():
    assert PINNED.sub("", MADE).strip() == "" and len(PINS) > 60


def test_what_was_asked_for_is_what_is_pinned():
    for asked, made, least in ((ASKED, MADE, 10), (ASKED_TO_RUN, MADE, 15), (ASKED_TO_RUN, RUN, 15)):
        lines = [line for line in asked.splitlines() if line[:1].isalpha()]
        assert len(lines) > least
        assert [line for line in lines if f"{plain(line.split('==')[0])}=={line.split('==')[1]} " not in made] == []
    assert "-r requirements.run.in" in ASKED.splitlines()


def test_what_runs_is_pinned_whole_and_as_in_the_tests():
    run = {match.group() for match in PINNED.finditer(RUN)}
    names = {plain(PINNED.match(each)[1]) for each in run}
    assert run <= {match.group() for match in PINNED.finditer(MADE)} and PINNED.sub("", RUN).strip() == ""
    needed = [Requirement(each) for name in names & INSTALLED for each in metadata.requires(name) or ()]
    missing = {each.name for each in needed if not each.marker or each.marker.evaluate({"extra": ""})}
    assert {plain(name) for name in missing} - names == set()
    assert not names & {"pytest", "playwright", "mypy", "ruff", "hypothesis", "statsmodels"}


def test_the_tests_run_with_what_is_pinned():
    here = {name: version for name, (version, marker) in PINS.items() if not marker or Marker(marker).evaluate()}
    assert {name: metadata.version(name) for name in here} == here
