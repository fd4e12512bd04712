"""Whose a request or a connection is: the network address of a visitor, who may stand behind our own proxy."""

import os
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.types import Scope

# Behind a proxy every visitor has the proxy's address. The header in which ours writes whom it speaks for, as
# x-forwarded-for; unset, no header is believed, for everybody can send one.
HEADER = "DASHBOARD_VISITOR_HEADER"
NETWORK = 64  # bits of an address of version 6 that a network has: one visitor has all addresses in it


def whence(scope: Scope, settings: Mapping[str, str] = os.environ) -> str:
    """Return whose bucket a request is paid from, and whose a connection is: an address, of version 6 the network.

    Parameters
    ----------
    scope
        Of the request or the connection.
    settings
        `DASHBOARD_VISITOR_HEADER` names the header that our own proxy sets. The last address in it counts, which that
        proxy has written; those before it may be anybody's words.
    """
    trusted = settings.get(HEADER, "").strip().lower().encode("latin-1")
    said = [value for name, value in scope.get("headers", ()) if trusted and name == trusted]
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
