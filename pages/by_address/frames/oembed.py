"""oEmbed: a program that is given the address of a view asks how to show it, and gets the frame of it."""

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pages.by_address.answers import OPEN, Problem
from pages.by_address.frames.embedding import HIGH, element
from pages.by_address.previews.words import words
from pages.by_address.site import root
from pages.by_address.views import HOME, NoView, View, view
from pages.charts.svg.sizes import SIZES
from pages.choosing.printed import SHORT
from pages.places import NAME

WIDE = 700  # pixels, where the one who asks names no width: a column of text
DAY = 86_400  # seconds
PICTURE = SIZES["card"]


def oembed(request: Request) -> Response:
    """Answer how a view is shown."""
    asked = request.query_params
    if asked.get("format", "json") != "json":
        raise Problem(501, "Only JSON is written.", parameter="format")
    whole = root(request.scope)
    try:
        found = _view(asked.get("url", ""), whole)
    except NoView as error:
        raise Problem(404, str(error), parameter="url") from error
    wide = min(WIDE, _number(asked.get("maxwidth", "")) or WIDE)
    high = min(HIGH, _number(asked.get("maxheight", "")) or HIGH)
    said = words(found)
    return JSONResponse(
        {
            "version": "1.0", "type": "rich", "title": said.title, "provider_name": NAME, "provider_url": f"{whole}/",
            "cache_age": DAY, "width": wide, "height": high,
            "html": element(f"{whole}/frame/{found.short}", said.title, high=high),
            "thumbnail_url": f"{whole}/picture/{found.short}.png?size=card",
            "thumbnail_width": PICTURE.width, "thumbnail_height": PICTURE.height,
        },
        headers=OPEN | {"Cache-Control": f"public, max-age={DAY}"},
    )  # fmt: skip


def _view(url: str, whole: str) -> View:
    """Return the view of an address of ours, long or short."""
    if not url.startswith((f"{whole}/", f"{whole}?")) and url != whole:
        raise NoView("This is no address of ours.")
    parts = urlsplit(url[len(whole) :])
    page = parts.path.strip("/").removeprefix(f"{SHORT}/").removeprefix("frame/")
    found = view(page or HOME, dict(parse_qsl(parts.query)))
    if not found.place.pictured:
        raise NoView("This page has no picture to be shown elsewhere.")
    return found


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
