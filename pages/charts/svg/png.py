"""A picture as PNG: the SVG drawn by a library, in a font that comes as a library."""

import struct
import zlib

import resvg_py

from pages.charts import theme
from pages.charts.svg.lettering import FILES

HEADER = 33  # bytes of the signature and the first chunk


def png(svg: str, *, description: str, zoom: int = 1) -> bytes:
    """Draw an SVG.

    Parameters
    ----------
    svg
        The picture.
    description
        The alternative text, written into the file under the keyword Description.
    zoom
        Pixels for each of the layout.

    Returns
    -------
    bytes
        An opaque PNG.
    """
    drawn = bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            background=theme.BACKGROUND,
            zoom=float(zoom),
            skip_system_fonts=True,
            font_files=[str(path) for path in FILES.values()],
            font_family="Roboto",
            sans_serif_family="Roboto",
        )
    )
    return drawn[:HEADER] + _described(description) + drawn[HEADER:]


def _described(text: str) -> bytes:
    """Return a chunk of international text."""
    body = b"iTXt" + b"Description\0\0\0en-GB\0\0" + text.encode("utf-8")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
