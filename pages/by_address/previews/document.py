"""The document of a page, with what it says of itself; and an answer that there is no such page where there is none."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.by_address.previews.missing import missing
from pages.by_address.previews.tags import tags
from pages.by_address.site import root
from pages.by_address.views import at_page
from pages.places import PLACES
from pages.served import base

PAGES = {place.address: place for place in PLACES}
TITLE, LANGUAGE = b"<title>Streamlit</title>", (b'<html lang="en">', b'<html lang="en-GB">')
MOST = 4_000  # letters of an address that are read: forty authorities and a headline are fewer than 1,000


class Previews:
    """Write title, description, picture and address of a view into its document, and refuse pages that are none.

    Parameters
    ----------
    app
        What serves the documents, uncompressed.
    routes
        Answered by themselves: what they send as HTML is left as it is.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute] = ()) -> None:
        self._app, self._routes, self._base = app, routes, base()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or self._answered(scope):
            await self._app(scope, receive, send)
            return
        page = scope["path"].removeprefix(self._base).strip("/")
        if page in PAGES:
            await self._app(scope, receive, _completed(send, _tags(page, scope)))
        else:
            await self._app(scope, receive, _refused(scope, receive, send))

    def _answered(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is not Match.NONE for route in self._routes)


def _tags(page: str, scope: Scope) -> bytes:
    query = dict(parse_qsl(scope.get("query_string", b"")[:MOST].decode("latin-1")))
    return tags(at_page(PAGES[page], query), root(scope)).encode("utf-8")


def _completed(send: Send, said: bytes) -> Send:
    """Put what a view says of itself in the place of the title of a document; its length is another then."""
    html = False

    async def completed(message: Message) -> None:
        nonlocal html
        if message["type"] == "http.response.start":
            html = message["status"] == 200 and _is_html(message)
            if html:
                headers = [(name, value) for name, value in message["headers"] if name != b"content-length"]
                message = {**message, "headers": headers}
        elif html:
            message = {**message, "body": message.get("body", b"").replace(TITLE, said, 1).replace(*LANGUAGE, 1)}
        await send(message)

    return completed


def _refused(scope: Scope, receive: Receive, send: Send) -> Send:
    """Answer that there is no such page where Streamlit would send the document of one."""
    refused = False

    async def answered(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start" and message["status"] == 200 and _is_html(message):
            refused = True
            await HTMLResponse(missing(), status_code=404)(scope, receive, send)
        elif not refused:
            await send(message)

    return answered


def _is_html(message: Message) -> bool:
    return any(name == b"content-type" and b"text/html" in value for name, value in message["headers"])
