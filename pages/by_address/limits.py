"""How often one network address may ask: a bucket of tokens each, in memory, forgotten as soon as it is full again."""

import os
from collections import OrderedDict
from collections.abc import Callable, Mapping
from ipaddress import IPv6Address, ip_address, ip_network
from time import monotonic

from starlette.types import Scope

# Behind a proxy every visitor has the proxy's address. The header in which ours writes whom it speaks for, as
# x-forwarded-for; unset, no header is believed, for everybody can send one.
HEADER = "DASHBOARD_VISITOR_HEADER"
EACH_SECOND = "DASHBOARD_REQUESTS_EACH_SECOND"  # another speed at which buckets fill
# A script that asks for each of 47 indicators, or 172 areas, does so in one go; then ten a second without end.
AT_ONCE, FILLED = 200.0, 10.0
MOST = 20_000  # buckets kept: 200 bytes each, 4 MB; above it the one that asked longest ago is forgotten
NETWORK = 64  # bits of an address of version 6 that a network has: one visitor has all addresses in it


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


def whence(scope: Scope, settings: Mapping[str, str] = os.environ) -> str:
    """Return whose bucket a request is paid from: its network address, of version 6 the network.

    Parameters
    ----------
    scope
        Of the request.
    settings
        `DASHBOARD_VISITOR_HEADER` names the header that our own proxy sets. The last address in it counts, which that
        proxy has written; those before it may be anybody's words.
    """
    trusted = settings.get(HEADER, "").strip().lower().encode("latin-1")
    said = [value for name, value in scope["headers"] if trusted and name == trusted]
    address = said[-1].decode("latin-1").rpartition(",")[2].strip() if said else (scope.get("client") or ("",))[0]
    return _network(address)


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address[:45]  # as long as an address can be: a test's, or one of a proxy that hides it
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(ip_network(f"{found}/{NETWORK}", strict=False)) if not found.scope_id else address[:45]
    return str(found)
