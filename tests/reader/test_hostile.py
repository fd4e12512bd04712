"""Files that mean harm: refused or read rightly, within ten seconds and a gigabyte."""

import pytest

from tests.reader.hostile import FILES
from tests.reader.measured import measured

SECONDS, KILOBYTES = 10.5, 1_000_000


@pytest.mark.parametrize("name", FILES)
def test_hostile_file(name: str) -> None:
    make, allowed = FILES[name]
    found = measured(make(), "figures.xlsx")
    assert found.seconds < SECONDS
    assert (found.code if found.outcome == "refuse" else found.outcome) in allowed, found.message
    assert found.kilobytes < KILOBYTES
