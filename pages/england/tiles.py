"""A map on which every authority has one tile of the same size, near its neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Self

from data.catalogue import Indicator
from pages.charts import theme
from pages.charts.model import Across, Bar, Drawing, Entry, Fill, Panel, Up
from pages.england import drawings
from pages.england.words import written
from queries.rows.england import AuthorityYear
from queries.rows.places import Tile

TALL = 620  # pixels: all of England on one screen
SIDE = 0.94  # of a tile's place: a hair is left between tiles
# From pale to dark, five classes of equal numbers: told apart in grey too.
CLASSES = ("#eaf3fb", "#bcd9f0", "#7db5e2", "#3f83b9", "#12436d")
INK = ("#0b0c0c", "#0b0c0c", "#0b0c0c", "#ffffff", "#ffffff")
LETTERS = 10  # of a name in a tile: the narrowest tile of a wide screen holds them
# How counties are abbreviated by custom, as post once was addressed; and what else is said in fewer letters.
BRIEF = {
    "North": "N", "South": "S", "East": "E", "West": "W", "and": "&", "Bedfordshire": "Beds", "Berkshire": "Berks",
    "Buckinghamshire": "Bucks", "Cambridgeshire": "Cambs", "Gloucestershire": "Glos", "Herefordshire": "Herefs",
    "Hertfordshire": "Herts", "Leicestershire": "Leics", "Lincolnshire": "Lincs", "Northumberland": "Northd",
    "Nottinghamshire": "Notts", "Oxfordshire": "Oxon", "Somerset": "Som", "Staffordshire": "Staffs",
    "Warwickshire": "Warks", "Worcestershire": "Worcs", "Yorkshire": "Yorks",
}  # fmt: skip
HULL = "Kingston upon Hull"  # known by its last word; by its first it would be taken for Kingston upon Thames
NONE = Fill(colour="#ffffff", edge="#8c8c8c", hatch="/", lines="#c8c8c8")


class Colours(NamedTuple):
    """What colours a map: the upper ends of the classes, and the figures by area code, members of joint returns too."""

    ends: Sequence[float]
    of_code: Mapping[str, AuthorityYear]

    @classmethod
    def of(cls, rows: Sequence[AuthorityYear]) -> Self:
        """Return those of the figures of a date."""
        return cls(classes(rows), {code: row for row in rows for code in (row.area_code, *row.authority_codes)})


def tiles(
    places: Sequence[Tile], rows: Sequence[AuthorityYear], *, indicator: Indicator, chosen: Sequence[str]
) -> Drawing:
    """Draw the map of tiles, coloured by the figure in five classes of equal numbers.

    Parameters
    ----------
    places
        Of `queries.england.tiles`, for the date of the figures.
    rows
        Of `queries.england.year`; what is answered by a joint return stands on each of its members' tiles.
    """
    colours = Colours.of(rows)
    down = max(place.tile_row for place in places)
    bars = [_bar(place, filled(place, colours, indicator, chosen), down) for place in places]
    left, right = min(float(bar.left) for bar in bars), max(float(bar.right) for bar in bars)  # type: ignore[arg-type]
    panel = Panel(up=Up(low=-0.2, high=down + 1.2, grid=False, zero=False), tall=TALL, bars=tuple(bars))
    return Drawing(panels=(panel,), across=Across(first=left - 0.3, last=right + 0.3, ticks=()), left=4, right=4)


def classes(rows: Sequence[AuthorityYear]) -> list[float]:
    """Return the upper ends of five classes that hold as many authorities each as ties allow."""
    values = sorted(row.value for row in rows if row.value is not None and not row.tiny)
    return (
        [values[min((n + 1) * len(values) // len(CLASSES), len(values)) - 1] for n in range(len(CLASSES))]
        if values
        else []
    )


def _class(value: float, ends: Sequence[float]) -> int:
    return next((n for n, end in enumerate(ends) if value <= end), len(ends) - 1)


def filled(place: Tile, colours: Colours, indicator: Indicator, chosen: Sequence[str]) -> tuple[Fill, tuple[str, ...]]:
    """Return the colour of an authority on a map, and what is said of it."""
    row = colours.of_code.get(place.area_code)
    fill = NONE
    if colours.ends and row is not None and not row.tiny and (row.value is not None or row.status == "rounds_to_zero"):
        shade = _class(row.value or 0.0, colours.ends)
        fill = Fill(colour=CLASSES[shade], ink=INK[shade])
    said = drawings.said(row, indicator)[1:] if row is not None else ("no figure",)
    if row is not None and row.area_level == "joint return":
        said = (f"joint return: {row.area_name}", *said)
    edge = drawings.CHOSEN if place.area_code in chosen else fill.edge
    return replace(fill, edge=edge), (place.authority_name, *said)


def _bar(place: Tile, look: tuple[Fill, tuple[str, ...]], down: int) -> Bar:
    left, low = place.tile_column + (0.5 if place.tile_row % 2 else 0.0), float(down - place.tile_row)
    fill, said = look
    return Bar(
        left=left, right=left + SIDE, low=low, high=low + SIDE, fill=fill, words=(short(place.authority_name),),
        said=said,
    )  # fmt: skip


def short(name: str) -> str:
    """Write a name in as many letters as a tile has room for: whole, in brief, or cut and seen to be."""
    if name.startswith(HULL):
        return "Hull"
    if len(name) <= LETTERS:
        return name
    brief = " ".join(BRIEF.get(word.strip(","), word) for word in name.split(" "))
    return brief if len(brief) <= LETTERS else brief[: LETTERS - 1].rstrip(" -,&") + "…"


def key(rows: Sequence[AuthorityYear], indicator: Indicator) -> list[Entry]:
    """Say which figures each colour stands for."""
    ends = classes(rows)
    low = min([row.value for row in rows if row.value is not None and not row.tiny], default=0.0)
    entries = []
    for n, (colour, end) in enumerate(zip(CLASSES, ends, strict=False)):
        if end in ends[:n]:  # as many have one figure: what would be its class is empty
            continue
        words = " to ".join(dict.fromkeys(written(each, "published", indicator) for each in (low, end)))
        entries.append(Entry(words=words, fill=Fill(colour=colour, edge=theme.GRADE_EDGE)))
        low = end
    return [*entries, Entry(words="no figure, or a very small authority", fill=NONE)]
