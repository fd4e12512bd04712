"""The address of the dashboard, as it stands in links that are read elsewhere."""

from starlette.types import Scope

from data.site import site
from pages.served import base


def root(scope: Scope) -> str:
    """Return the address of the first page without a slash at its end: as it is set, else as the request names it."""
    if given := site():
        return given
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "localhost")
    return f"{scope.get('scheme', 'http')}://{host}{base()}"
