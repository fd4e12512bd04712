"""The addresses of feeds: /feeds/england.atom, /feeds/E08000017.json, /feeds/releases.ics."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.by_address.answers import Problem, Reached

RELEASES = "releases.ics"


def routes() -> list[Route]:
    """Return the routes."""
    return [Route(f"/feeds/{RELEASES}", Reached(_releases)), Route("/feeds/{name}.{form}", Reached(_feed))]


def _releases(request: Request) -> Response:
    """Answer with the calendar of next editions."""
    from pages.by_address.feeds.calendar import TYPE, calendar
    from pages.by_address.kept import Made, kept, version
    from pages.by_address.site import root

    site = root(request.scope)
    return kept(request, lambda: Made(calendar(site, version().built_at), f"{TYPE}; charset=utf-8"), site=site)


def _feed(request: Request) -> Response:
    """Answer with what changed in England, or for one authority."""
    from pages.by_address.feeds import atom, entries, json_feed
    from pages.by_address.kept import Made, kept
    from pages.by_address.site import root

    forms = {"atom": (atom.atom, atom.TYPE), "json": (json_feed.json_feed, json_feed.TYPE)}
    name, form, site = request.path_params["name"], request.path_params["form"], root(request.scope)
    if form not in forms:
        raise Problem(404, "Feeds end in .atom or .json, the calendar of next editions is /feeds/releases.ics.")
    write, kind = forms[form]

    def made() -> Made:
        if not (found := entries.feed(name, site)):
            raise Problem(404, "There is a feed of england, and one of each authority by its nine-character code.")
        return Made(write(found), f"{kind}; charset=utf-8")

    return kept(request, made, site=site)
