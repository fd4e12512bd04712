"""The sign of the dashboard in the browser's tab: rows of time, one of them in another colour."""

from functools import cache

from pages.charts.svg.png import png

SIDE = 64  # pixels: four times those of a tab, twice those of a screen with fine dots
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 16 16">'
    '<rect width="16" height="16" rx="3" fill="#144e81"/><path fill="#fff" d="M3 3.5h6v2H3zM3 10.5h10v2H3z"/>'
    '<path fill="#f4a259" d="M5 7h8v2H5z"/><path fill="#8cc0ee" d="M10 3.5h3v2h-3z"/></svg>'
)


@cache
def icon() -> bytes:
    """Draw it as PNG."""
    return png(SVG, description="Children's services in England")
