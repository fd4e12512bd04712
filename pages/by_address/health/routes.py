"""What a machine asks before it sends visitors: whether the process lives, and whether it can answer them."""

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.guarded.draining import ENDING

NOT_KEPT: Final = {"Cache-Control": "no-store"}


async def alive(request: Request) -> Response:  # noqa: ARG001
    """Answer that the process lives."""
    return PlainTextResponse("alive", headers=NOT_KEPT)


def ready(request: Request) -> Response:  # noqa: ARG001
    """Answer once the database has answered a question, and no more when the process ends; it is built where needed."""
    if ENDING.begun:
        return PlainTextResponse("This process ends.", 503, headers=NOT_KEPT)
    from pages.by_address.health.asked import trouble

    found = trouble()
    return PlainTextResponse(found or "ready", 503 if found else 200, headers=NOT_KEPT)


ROUTES: Final = [Route("/healthz", alive), Route("/readyz", ready)]
