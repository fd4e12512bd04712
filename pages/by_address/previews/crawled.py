"""What crawlers and other programs ask a site for: robots.txt, the map of its pages, its sign, and frames by oEmbed."""

from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.catalogue import indicators
from pages.by_address.previews.icon import icon
from pages.by_address.site import root
from pages.choosing.regions import regions
from pages.database import every_authority
from pages.places import FRAMED, PLACES

DAY = {"Cache-Control": "public, max-age=86400"}
# Scripts of Streamlit, and what a crawler would fill a form for.
ROBOTS = "User-agent: *\nDisallow: /_stcore/\nAllow: /\n\nSitemap: {root}/sitemap.xml\n"
MAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}\n</urlset>\n'


def robots(request: Request) -> Response:
    """Say that everything may be read, and where the map is."""
    return PlainTextResponse(ROBOTS.format(root=root(request.scope)), headers=DAY)


def sitemap(request: Request) -> Response:
    """List the pages, and the views of each authority, region and indicator."""
    whole = root(request.scope)
    found = "\n".join(f"<url><loc>{escape(f'{whole}/{path}')}</loc></url>" for path in listed())
    return Response(MAP.format(found), media_type="application/xml", headers=DAY)


def listed() -> list[str]:
    """Return the addresses of the map, after that of the first page."""
    councils = [code for code, each in every_authority().items() if each.closed_on is None]
    return [
        *(place.address for place in PLACES if place.address != FRAMED),
        *(f"england?region={code}" for code in regions()),
        *(f"authority?authority={code}" for code in councils),
        *(f"{page}?indicator={id}" for id in indicators() for page in ("indicator", "england")),
    ]


def sign(request: Request) -> Response:  # noqa: ARG001
    """Answer with the sign of the dashboard."""
    return Response(icon(), media_type="image/png", headers=DAY)
