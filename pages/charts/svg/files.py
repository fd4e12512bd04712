"""A picture as a file: SVG for print, PNG in every size, each with its title and description inside."""

from pages.charts.svg.layout import laid_out
from pages.charts.svg.picture import Picture
from pages.charts.svg.png import png
from pages.charts.svg.sizes import PRINT, Size

MILLIMETRES_A_PIXEL = 159 / 601  # of the print size: 159 millimetres are the width of a column


def as_svg(picture: Picture, size: Size) -> str:
    """Lay a picture out in a size and write it as SVG; in print its measures are millimetres."""
    scene = laid_out(picture, size)
    printed = (round(scene.width * MILLIMETRES_A_PIXEL), round(scene.height * MILLIMETRES_A_PIXEL))
    return scene.svg(
        title=picture.headline, description=picture.alternative, millimetres=printed if size is PRINT else None
    )


def as_png(picture: Picture, size: Size) -> bytes:
    """Lay a picture out in a size and draw it as PNG."""
    return png(as_svg(picture, size), description=picture.alternative, zoom=size.zoom)
