"""The outlines of authorities from the national statistics' shapefile: how data/reference/outlines.csv is made.

UPDATE_SNAPSHOTS=1 writes the file anew. The map of England on the National Grid, its west and its north edge at 0, is
600 units high; corners are rounded to a tenth of a unit, which on a screen is less than a pixel.
"""

import struct
from pathlib import Path

HEIGHT = 600.0
Ring = list[tuple[float, float]]


def _codes(dbf: bytes) -> list[str]:
    """Return the area code of each record of a dBase table: the first field that holds codes."""
    count, header, width = struct.unpack("<IHH", dbf[4:12])
    offset = 1
    for start in range(32, header - 1, 32):
        name, size = dbf[start : start + 11].rstrip(b"\0").decode(), dbf[start + 16]
        if name.startswith("CTYUA") and name.endswith("CD"):
            at = [header + n * width + offset for n in range(count)]
            return [dbf[place : place + size].decode().strip() for place in at]
        offset += size
    raise AssertionError("no field of codes")


def _rings(shp: bytes) -> list[list[Ring]]:
    """Return the rings of each polygon of a shapefile."""
    found, place = [], 100
    while place < len(shp):
        (length,) = struct.unpack(">I", shp[place + 4 : place + 8])
        record = shp[place + 8 : place + 8 + 2 * length]
        parts, points = struct.unpack("<II", record[36:44])
        starts = [*struct.unpack(f"<{parts}I", record[44 : 44 + 4 * parts]), points]
        numbers = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        found.append([corners[a:b] for a, b in zip(starts, starts[1:], strict=False)])
        place += 8 + 2 * length
    return found


def outlines(folder: Path) -> dict[str, str]:
    """Return the outline of each authority in England as the path of an SVG, by area code."""
    name = "CTYUA_MAY_2023_UK_BUC"
    rings = dict(
        zip(_codes((folder / f"{name}.dbf").read_bytes()), _rings((folder / f"{name}.shp").read_bytes()), strict=True)
    )
    english = {code: each for code, each in rings.items() if code.startswith("E")}
    corners = [corner for each in english.values() for ring in each for corner in ring]
    west, south = (min(corner[axis] for corner in corners) for axis in (0, 1))
    north = max(corner[1] for corner in corners)
    scale = HEIGHT / (north - south)
    return {
        code: "".join(
            _path([(round((x - west) * scale, 1), round((north - y) * scale, 1)) for x, y in ring]) for ring in each
        )
        for code, each in sorted(english.items())
    }


def _path(ring: Ring) -> str:
    kept = [corner for n, corner in enumerate(ring[:-1]) if n == 0 or corner != ring[n - 1]]
    return f"M{'L'.join(f'{x:g},{y:g}' for x, y in kept)}Z"
