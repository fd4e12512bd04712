"""Files that mean harm: refused or read rightly, within ten seconds and a gigabyte."""

import resource
import time

import pytest

from etl.reader import read_upload
from tests.reader.hostile import FILES

SECONDS, KILOBYTES = 10.5, 1_000_000


@pytest.mark.parametrize("name", FILES)
def test_hostile_file(name: str) -> None:
    make, allowed = FILES[name]
    data = make()
    began = time.monotonic()
    reading = read_upload(data, "figures.xlsx")
    assert time.monotonic() - began < SECONDS
    assert (reading.code if reading.outcome == "refuse" else reading.outcome) in allowed, reading.message
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < KILOBYTES
