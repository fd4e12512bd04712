"""All tests of what is reached by address ask from one network address: its bucket is as full as they need it."""

import pytest

from pages.by_address import answers
from pages.by_address.limits import Buckets


@pytest.fixture(autouse=True)
def _a_full_bucket(monkeypatch):
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=1e6))
