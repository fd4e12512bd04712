"""What is installed is what was tried: every package pinned, those that others bring too, each file by its hash."""

import re
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([\w.-]+)==(\S+)(?: ; ([^\\]+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)
MADE = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PINS = {name: (version, marker) for name, version, marker, _ in PINNED.findall(MADE)}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_line_is_a_package_with_its_version_and_hashes():
    assert PINNED.sub("", MADE).strip() == "" and len(PINS) > 60


def test_what_was_asked_for_is_what_is_pinned():
    asked = [line for line in (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    assert len(asked) > 20
    assert [line for line in asked if f"{plain(line.split('==')[0])}=={line.split('==')[1]} " not in MADE] == []


def test_the_tests_run_with_what_is_pinned():
    here = {name: version for name, (version, marker) in PINS.items() if not marker or Marker(marker).evaluate()}
    assert {name: metadata.version(name) for name in here} == here
