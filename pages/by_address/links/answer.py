"""Short links, each of which leads to the long address that is written in it, and frames of before."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from pages.by_address.previews.missing import missing
from pages.choosing import short
from pages.places import FRAMED, PLACES

# A day: what a link opens stays the same for ever, but its long address may be written otherwise one day.
KEPT = {"Cache-Control": "public, max-age=86400"}
ADDRESSES = {place.address for place in PLACES}


def opened(request: Request) -> Response:
    """Lead a short link to its view; one with a letter mistyped to none, as a reader is told."""
    try:
        page, address = short.opened(request.path_params["link"])
    except short.NotShort:
        return HTMLResponse(missing(), status_code=404)
    if page not in ADDRESSES:  # a link may spell what the list does not have: never lead to another site by it
        return HTMLResponse(missing(), status_code=404)
    # From the address of the link itself, wherever on its host the dashboard stands.
    query = urlencode(address, safe=",:")
    return RedirectResponse(f"../{page}?{query}" if query else f"../{page}", status_code=302, headers=KEPT)


def before(request: Request) -> Response:
    """Lead a frame of before to that of now: both show what the page of pictures shows."""
    kept = {name: text for name, text in request.query_params.items() if name != FRAMED}
    return RedirectResponse(f"frame/chart?{urlencode(kept, safe=',:')}", status_code=302)
