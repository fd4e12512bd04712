"""What an address answers, asked of the routes in process: no server, no network."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from tests.pages.awaited import awaited


class Answered(NamedTuple):
    """The answer to a request."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def serving(routes: Sequence[BaseRoute]) -> Starlette:
    return Starlette(routes=list(routes))


def get(app: ASGIApp, address: str, *, method: str = "GET", **headers: str) -> Answered:
    """Ask for an address, with headers as if_none_match."""
    path, _, query = address.partition("?")
    spelt = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "headers": [(b"host", b"children.example.gov.uk"), *spelt], "root_path": "", "http_version": "1.1",
        "scheme": "https", "server": ("children.example.gov.uk", 443), "client": ("192.0.2.1", 5000),
    }  # fmt: skip
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    awaited(app(scope, receive, send))
    answered = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answered(sent[0]["status"], answered, b"".join(message.get("body", b"") for message in sent))
