"""Rows of the questions about where authorities lie, and which are like one another."""

from datetime import date
from typing import NamedTuple


class Tile(NamedTuple):
    """A row of `queries.england.tiles`.

    One row per authority that there was, by row and column. area_code, dfe_code, authority_name, region_code,
    region_name, tiny, tile_column, tile_row (hexagons with a corner up, rows from the north, odd rows half a tile to
    the east), outline (the path of an SVG 524 units wide and 600 high; empty for those that had ended by May 2023).
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_code: str
    region_name: str
    tiny: bool
    tile_column: int
    tile_row: int
    outline: str


class Alike(NamedTuple):
    """A row of `queries.england.groups`.

    One row per group and authority in it. group_id (neighbours-2025, neighbours-2021, region, kind, grade, size or
    deprivation), shared (what they have in common: the model, the region, unitary, metropolitan, London or county,
    the grade in force on the newest day held; nothing for size and deprivation), position (of neighbours, size and
    deprivation the nearest first, else by name), area_code, authority_name, tiny, closed_on (of statistical
    neighbours that have ended), measure and own_measure (children aged 0 to 17, or the average score of income
    deprivation affecting children, of the other and of the one asked about).
    """

    group_id: str
    shared: str
    position: int
    area_code: str
    authority_name: str
    tiny: bool
    closed_on: date | None
    measure: float | None
    own_measure: float | None
