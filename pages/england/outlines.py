"""A map of the true boundaries of authorities, coloured by the figure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.catalogue import Indicator
from pages.charts.model import Across, Area, Drawing, Panel, Up
from pages.charts.words import listed
from pages.england import tiles
from queries.rows.england import AuthorityYear
from queries.rows.places import Tile

WIDE, HIGH, TALL = 524, 600, 620  # of the outlines in their own units, and of the chart in pixels
# As the licence of the boundaries asks.
CREDIT = (
    "Boundaries of May 2023: Office for National Statistics; contains OS data, Crown copyright and database right 2023."
)
Ring = tuple[tuple[float, float], ...]


def outlines(
    places: Sequence[Tile], rows: Sequence[AuthorityYear], *, indicator: Indicator, chosen: Sequence[str]
) -> Drawing:
    """Draw the map, in the classes and colours of the tiles.

    Parameters
    ----------
    places
        Of `queries.england.tiles`, for the date of the figures; those without an outline are left out, and the page
        names them.
    rows
        Of `queries.england.year`; what is answered by a joint return fills the outline of each of its members.
    """
    colours = tiles.Colours.of(rows)
    areas = []
    for place in places:
        if place.outline:
            fill, said = tiles.filled(place, colours, indicator, chosen)
            bare = replace(fill, edge=fill.edge if place.area_code in chosen else "")
            areas.append(Area(rings=rings(place.outline), fill=bare, said=said))
    # what has an edge of its own is drawn last: it shall not lie under its neighbours
    areas.sort(key=lambda area: bool(area.fill.edge))
    left, right, top, foot = _ends(areas)
    panel = Panel(up=Up(low=foot, high=top, grid=False, zero=False, level=True), tall=TALL, areas=tuple(areas))
    return Drawing(panels=(panel,), across=Across(first=left, last=right, ticks=()), left=4, right=4)


def _ends(areas: Sequence[Area]) -> tuple[float, float, float, float]:
    """Return what of the country is shown: all of it, or a region with a hair around it."""
    xs = [x for area in areas for ring in area.rings for x, _ in ring] or [0.0, WIDE]
    ys = [y for area in areas for ring in area.rings for _, y in ring] or [0.0, HIGH]
    hair = 0.01 * max(max(xs) - min(xs), max(ys) - min(ys))
    return min(xs) - hair, max(xs) + hair, min(ys) - hair, max(ys) + hair


def rings(outline: str) -> tuple[Ring, ...]:
    """Read the parts of an outline from its path, in which every part is closed."""
    return tuple(_ring(part) for part in re.findall(r"M([^MZ]+)", outline))


def _ring(part: str) -> Ring:
    corners = [tuple(map(float, corner.split(","))) for corner in part.split("L")]
    return tuple((x, y) for x, y in [*corners, corners[0]])


def without(places: Sequence[Tile]) -> str:
    """Name the authorities of which no outline is held; nothing where each has one."""
    names = [place.authority_name for place in places if not place.outline]
    if not names:
        return ""
    return f"Not drawn, for no outline of that time is held: {listed(names)}. On the map of tiles each has its tile."
