"""What a browser may do with what it is sent: which scripts run, what is asked of whom, who may put it in a frame.

An answer that brings a header of these itself keeps its own.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.guarded.door import refuse
from pages.guarded.scripts import WITHIN
from pages.places import IN_FRAMES, TAKEN_ELSEWHERE
from pages.served import ADDRESS, SCRIPTS, base, charts_ahead

# The status of an answer without content, for what the browser still holds: it keeps the headers that came with that,
# and would take another policy for it from this one.
UNCHANGED: Final = 304
POLICY: Final = b"content-security-policy"
ERROR: Final = 500
INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
# Everything comes from this server. Styles stand in elements and attributes, as Streamlit and Plotly write them; its
# decoder of messages is compiled for the browser; a component of a page is a script that the page makes itself.
PAGE: Final = (
    "default-src 'none'; script-src 'self' {scripts} 'wasm-unsafe-eval' blob:; worker-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; media-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)
SCRIPT: Final = b"default-src 'self'"  # for a script that runs beside the page
FILE: Final = b"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"
EVERY: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
)
DOCUMENT: Final = (
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class Policy:
    """Add to every answer the headers that say what a browser may do with it.

    Parameters
    ----------
    app
        What serves everything.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._base = app, base()
        page = (SCRIPTS.parent / "index.html").read_bytes() + ADDRESS % self._base.encode() + charts_ahead()
        scripts = [*INLINE.findall(page), *(each.encode() for each in WITHIN)]
        hashes = " ".join(f"'sha256-{b64encode(sha256(each).digest()).decode()}'" for each in scripts)
        self._page = PAGE.format(scripts=hashes).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self._base)
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start" and message["status"] != UNCHANGED:
                theirs = list(message.get("headers", ()))
                named = {name.lower() for name, _ in theirs}
                ours = [
                    each for each in self._headers(path, theirs, has_policy=POLICY in named) if each[0] not in named
                ]
                message = {**message, "headers": [*theirs, *ours]}
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception:
            if not begun:  # what would answer otherwise stands before us, and says nothing of this
                await refuse(guarded, ERROR, "Something went wrong here. Please try again in a minute.")
            raise

    def _headers(self, path: str, theirs: list[tuple[bytes, bytes]], *, has_policy: bool) -> list[tuple[bytes, bytes]]:
        kind = next((value for name, value in theirs if name.lower() == b"content-type"), b"")
        framed = may_be_framed(path, has_policy=has_policy)
        elsewhere = b"cross-origin" if framed or is_of(path, TAKEN_ELSEWHERE) else b"same-origin"
        headers = [*EVERY, (b"cross-origin-resource-policy", elsewhere)]
        if b"text/html" in kind:
            refused = [] if framed else [(b"x-frame-options", b"DENY")]
            return [*headers, *DOCUMENT, *refused, (POLICY, self._page)]
        return [*headers, (POLICY, SCRIPT if b"javascript" in kind else FILE)]


def may_be_framed(path: str, *, has_policy: bool) -> bool:
    """Tell whether what is answered at a path may stand in a frame of another site.

    Parameters
    ----------
    path
        Of the address.
    has_policy
        Whether the answer brings its policy, as what is made for frames does. Where nothing else answers, also below an
        address for frames, a page of the dashboard stands: that may not.
    """
    return has_policy and is_of(path, IN_FRAMES)


def is_of(path: str, addresses: tuple[str, ...]) -> bool:
    """Tell whether a path is one of these addresses, or lies below one of those that end in a slash."""
    return path in addresses or any(each.endswith("/") and path.startswith(each) for each in addresses)
