"""How often one network address may ask: a bucket of tokens each, in memory, forgotten as soon as it is full again."""

import os
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

EACH_SECOND = "DASHBOARD_REQUESTS_EACH_SECOND"  # another speed at which buckets fill
# A script that asks for each of 47 indicators, or 172 areas, does so in one go; then ten a second without end.
AT_ONCE, FILLED = 200.0, 10.0
MOST = 20_000  # buckets kept: 200 bytes each, 4 MB; above it the one that asked longest ago is forgotten


class Buckets:
    """A bucket of tokens for each network address.

    Parameters
    ----------
    at_once
        How many tokens a full bucket has.
    each_second
        How many come back in a second.
    now
        The clock.
    """

    def __init__(
        self, at_once: float = AT_ONCE, each_second: float | None = None, now: Callable[[], float] = monotonic
    ) -> None:
        self._at_once, self._now = at_once, now
        self._each_second = each_second or float(os.environ.get(EACH_SECOND) or FILLED)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, whence: str, cost: float = 1) -> float:
        """Take tokens from a bucket.

        Parameters
        ----------
        whence
            Whose.
        cost
            How many.

        Returns
        -------
        float
            0 if they were there; else the seconds until they will be, and none is taken.
        """
        now = self._now()
        self._forget(now)
        left, before = self._left.pop(whence, (self._at_once, now))
        left = min(self._at_once, left + (now - before) * self._each_second)
        enough = left >= cost
        self._left[whence] = (left - cost if enough else left, now)
        return 0 if enough else (cost - left) / self._each_second

    def _forget(self, now: float) -> None:
        """Let go of whoever has a full bucket again, which is as good as none."""
        full = now - self._at_once / self._each_second
        while self._left and (len(self._left) >= MOST or next(iter(self._left.values()))[1] <= full):
            self._left.popitem(last=False)

    def __len__(self) -> int:
        """Count the addresses that are remembered."""
        return len(self._left)
