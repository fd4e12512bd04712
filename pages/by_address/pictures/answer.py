"""Pictures by address: `/picture/<view>.png` or `.svg`, `<view>` a short link or a page with its choices."""

from starlette.requests import Request
from starlette.responses import Response

from pages.by_address.answers import Problem
from pages.by_address.kept import Made, kept
from pages.by_address.pictures.drawn import drawn, numbered
from pages.by_address.views import asked
from pages.charts.svg.files import as_png, as_svg
from pages.charts.svg.picture import file_name
from pages.charts.svg.sizes import BY_ADDRESS, PRINT, Size

TYPES = {"png": "image/png", "svg": "image/svg+xml"}
FIRST_SIZE = "news"


def picture(request: Request) -> Response:
    """Answer with the picture of a view."""
    ending, size = request.path_params["ending"], request.query_params.get("size", FIRST_SIZE)
    if ending not in TYPES:
        raise Problem(404, "Pictures end in .png or .svg.")
    if size not in BY_ADDRESS:
        raise Problem(400, f"Sizes are {', '.join(BY_ADDRESS)}.", parameter="size")
    numbered(request)
    asked(request)  # an address that means no view is refused, whatever is asked of it
    return kept(request, lambda: _made(request, BY_ADDRESS[size], ending))


def _made(request: Request, size: Size, ending: str) -> Made:
    found = drawn(request)
    body = as_png(found.picture, size) if ending == "png" else as_svg(found.picture, size).encode("utf-8")
    pixels = "print" if size is PRINT else size.pixels
    name = file_name(found.picture, pixels=pixels, version=found.version, ending=ending)
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Made(body, TYPES[ending], headers, compress=ending == "svg")
