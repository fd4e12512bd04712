"""All that is reached by address beside the pages, as one list: each kind says in a folder of its own what it answers.

What makes an answer is loaded with the first request for one, so that the server starts as fast without.
"""

from starlette.routing import Route

from pages.by_address import sharing
from pages.by_address.data import addresses
from pages.by_address.feeds import routes as feeds
from pages.by_address.health.routes import ROUTES as HEALTH
from pages.served import base


def routes() -> list[Route]:
    """Return the routes, more exact ones first, under the path that is served; the pages come after them."""
    found = [*HEALTH, *addresses.found(), *feeds.routes(), *sharing.ROUTES]
    return [Route(f"{base()}{each.path}", each.endpoint) for each in found]
