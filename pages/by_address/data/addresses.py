"""Where data are had: each address, and what answers there, loaded with the first request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from pages.by_address.answers import Reached
from pages.served import base


def found() -> list[BaseRoute]:
    """Return the routes to data."""
    under = base()
    return [
        Route(f"{under}/data/{{file}}", Reached(_figures)),
        Route(f"{under}/api/v1/openapi.json", Reached(_description)),
        Route(f"{under}/api/v1/docs", Reached(_docs)),
        Route(f"{under}/api/v1/{{file}}", Reached(_table)),
    ]


def _figures(request: Request) -> Response:
    from pages.by_address.data.figures import answer

    return answer(request)


def _table(request: Request) -> Response:
    from pages.by_address.data.api import answer

    return answer(request)


def _description(request: Request) -> Response:
    from pages.by_address.data.description import answer

    return answer(request)


def _docs(request: Request) -> Response:
    from pages.by_address.data.browse import answer

    return answer(request)
