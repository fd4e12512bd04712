"""Frames by address: `/frame/<view>`, a short link or a page with its choices."""

from base64 import b64encode
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from pages.by_address.frames.document import SCRIPT, document
from pages.by_address.kept import Made, kept
from pages.by_address.pictures.drawn import drawn, numbered
from pages.by_address.views import asked

SIZED = f"'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"
# Nothing is asked of anybody: what is drawn stands in the page.
POLICY = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src {SIZED}; connect-src 'none'; frame-src 'none'; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    )
}


def frame(request: Request) -> Response:
    """Answer with the page of a view that stands in a frame."""
    numbered(request)
    asked(request)  # an address that means no view is refused, whatever is asked of it
    return kept(request, lambda: _made(request))


def _made(request: Request) -> Made:
    page = document(asked(request), drawn(request).picture, numbered(request))
    return Made(page.encode("utf-8"), "text/html; charset=utf-8", POLICY)
