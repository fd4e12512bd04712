"""Where data are had: each address, and what answers there, loaded with the first request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.by_address.answers import Reached


def found() -> list[Route]:
    """Return the routes to data."""
    return [
        Route("/data/{file}", Reached(_figures)),
        Route("/api/v1", Reached(_beneath)),
        Route("/api/v1/", Reached(_index)),
        Route("/api/v1/openapi.json", Reached(_description)),
        Route("/api/v1/docs", Reached(_docs)),
        Route("/api/v1/{file}", Reached(_table)),
    ]


def _figures(request: Request) -> Response:
    from pages.by_address.data.figures import answer

    return answer(request)


def _table(request: Request) -> Response:
    from pages.by_address.data.api import answer

    return answer(request)


def _index(request: Request) -> Response:
    from pages.by_address.data.index import answer

    return answer(request)


def _beneath(request: Request) -> Response:
    from pages.by_address.data.index import beneath

    return beneath(request)


def _description(request: Request) -> Response:
    from pages.by_address.data.description import answer

    return answer(request)


def _docs(request: Request) -> Response:
    from pages.by_address.data.browse import answer

    return answer(request)
