"""A picture as a file: SVG for print, PNG in every size, each with its title and description inside."""

from pages.charts.svg.layout import Made, made
from pages.charts.svg.picture import Picture
from pages.charts.svg.png import png
from pages.charts.svg.sizes import PRINT, Size

MILLIMETRES_A_PIXEL = 159 / 601  # of the print size: 159 millimetres are the width of a column


def as_svg(picture: Picture, size: Size) -> str:
    """Lay a picture out in a size and write it as SVG; in print its measures are millimetres."""
    return _svg(made(picture, size), size)


def _svg(drawn: Made, size: Size) -> str:
    scene = drawn.scene
    printed = (round(scene.width * MILLIMETRES_A_PIXEL), round(scene.height * MILLIMETRES_A_PIXEL))
    return scene.svg(
        title=drawn.picture.headline, description=drawn.picture.alternative,
        millimetres=printed if size is PRINT else None,
    )  # fmt: skip


def as_png(picture: Picture, size: Size) -> bytes:
    """Lay a picture out in a size and draw it as PNG."""
    drawn = made(picture, size)
    svg = drawn.scene.svg(title=drawn.picture.headline, description=drawn.picture.alternative)
    return png(svg, description=drawn.picture.alternative, zoom=size.zoom)
