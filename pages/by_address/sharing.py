"""What is asked for when a view is shared: short links, pictures, frames, and what crawlers and other programs want."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.by_address.answers import Reached
from pages.by_address.links.answer import before, opened
from pages.by_address.turns import Making
from pages.choosing.printed import SHORT
from pages.places import FRAMED


def picture(request: Request) -> Response:
    """Answer with the picture of a view."""
    from pages.by_address.pictures import answer

    return answer.picture(request)


def frame(request: Request) -> Response:
    """Answer with a view for a frame in another page."""
    from pages.by_address.frames import answer

    return answer.frame(request)


def oembed(request: Request) -> Response:
    """Answer how a view is shown in another page."""
    from pages.by_address.frames import oembed

    return oembed.oembed(request)


def robots(request: Request) -> Response:
    """Answer what a crawler may read."""
    from pages.by_address.previews import crawled

    return crawled.robots(request)


def sitemap(request: Request) -> Response:
    """Answer with the map of the views."""
    from pages.by_address.previews import crawled

    return crawled.sitemap(request)


def sign(request: Request) -> Response:
    """Answer with the sign of the dashboard."""
    from pages.by_address.previews import crawled

    return crawled.sign(request)


DRAWN = 5  # tokens: a page is run and a picture drawn, half a second; whoever asks without end gets two a second
# A picture takes a quarter of a second, most of it the interpreter's, which pages need too: two at once, of which one
# compresses while the other is laid out. The last of twenty-four has it in some six seconds, while a preview waits.
PICTURES = Making(at_once=2, most=24)
ROUTES = [
    Route(f"/{SHORT}/{{link}}", Reached(opened)),
    Route(f"/{FRAMED}", Reached(before)),
    Route("/picture/{view}.{ending}", Reached(picture, worth=DRAWN, making=PICTURES)),
    Route("/frame/{view}", Reached(frame, worth=DRAWN, making=PICTURES)),
    Route("/oembed", Reached(oembed)),
    Route("/robots.txt", Reached(robots)),
    Route("/sitemap.xml", Reached(sitemap)),
    Route("/favicon.png", Reached(sign)),
    Route("/favicon.ico", Reached(sign)),
]
