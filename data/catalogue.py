"""The typed reading of data/indicators.toml and data/sources.toml; imports nothing of ours but data."""

import re
import tomllib
from calendar import month_name
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from data.kinds import Basis, Better, Content, Topic, Unit
from data.paths import INDICATORS, SOURCES

T = TypeVar("T")


class CatalogueError(Exception):
    """A block of data/indicators.toml or data/sources.toml is wrong: correct the block that is named."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """Where the figures of an indicator come from in one source.

    `published` is the publisher's own; else it is `per` x sum(numerator) / sum(denominator), or / children.
    """

    source: str
    published: str = ""
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What a number means: one block of data/indicators.toml; `prices` 0 is money of the day, `most` of a share 100."""

    id: str
    title: str
    short_title: str
    topic: Topic
    unit: Unit
    measure: str
    decimals: int
    better: Better
    better_reason: str
    basis: Basis
    definition: str
    series: tuple[Series, ...]
    caveats: tuple[str, ...] = ()
    noted: int = 0
    per: int = 1
    most: int = 100
    population: bool = False
    prices: int = 0
    ranked: bool = True
    looks_back: bool = False
    year_ends: str = ""
    of_some: bool = False

    @property
    def year_end(self) -> tuple[int, int]:
        """The month and day that a figure of a year is of, as it or its source declares: (9, 30), (3, 31), (12, 31)."""
        month, day = (self.year_ends or sources()[self.series[0].source].reference).split("-")
        return int(month), int(day)

    @property
    def reference(self) -> str:
        """The date that its figures are of: 'at 30 September', 'year to 31 March'."""
        month, day = self.year_end
        return f"{'at' if self.basis is Basis.SNAPSHOT else 'year to'} {day} {month_name[month]}"


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One file of a source as it was published at one time; `address` and `sha256` say where it is and what it is."""

    edition: str
    file: str
    published: str
    address: str = ""
    sha256: str = ""
    sheet: str = ""
    first: int = 0
    last: int = 0
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who publishes some figures, and the editions that are held: one block of data/sources.toml.

    `earlier` editions are kept for comparison alone; `due` is the month of the next one, '2027-02'. One of `data_set`,
    `catalogue` and `always` says how a new one is found.
    """

    id: str
    title: str
    publisher: str
    url: str
    licence: str
    description: str
    content: Content
    editions: tuple[Edition, ...]
    next_release: str = ""
    due: str = ""
    data_set: str = ""
    catalogue: str = ""
    always: str = ""
    earlier: tuple[Edition, ...] = ()
    symbols: str = ""
    reference: str = ""
    layout: str = "explore_education_statistics"
    regions: bool = True


def _build(kind: type[T], block: Mapping[str, Any], where: str) -> T:
    """Make a dataclass of a TOML block, refusing unknown and missing fields by name."""
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(block) - set(known)):
        raise CatalogueError(f"{where}: unknown field {', '.join(unknown)}")
    required = {name for name, field in known.items() if field.default is MISSING}
    if missing := sorted(required - set(block)):
        raise CatalogueError(f"{where}: missing field {', '.join(missing)}")
    return kind(**{name: _read_as(known[name].type, value, where) for name, value in block.items()})


def _read_as(kind: Any, value: Any, where: str) -> Any:
    """Make of a list a tuple, and of a word of a closed set its member, refusing any other."""
    if isinstance(value, list):
        return tuple(value)
    if not (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return value
    if value not in list(kind):
        raise CatalogueError(f"{where}: '{value}' is none of the words for {kind.__name__.lower()}: {', '.join(kind)}")
    return kind(value)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error


def _indicator(id: str, block: dict[str, Any]) -> Indicator:
    where = f"indicators.toml [{id}]"
    series = [_build(Series, part, f"{where} series {n}") for n, part in enumerate(block.pop("series", []), 1)]
    if not series:
        raise CatalogueError(f"{where}: has no series")
    indicator = _build(Indicator, block | {"id": id, "series": series}, where)
    if "most" not in block and indicator.unit is not Unit.PER_CENT:
        raise CatalogueError(f"{where}: missing field most, the most that any authority has published, rounded up")
    return indicator


def _source(id: str, block: dict[str, Any]) -> Source:
    where = f"sources.toml [{id}]"
    kinds = {
        kind: [_build(Edition, part, f"{where} edition {n}") for n, part in enumerate(block.pop(kind, []), 1)]
        for kind in ("editions", "earlier")
    }
    if not kinds["editions"]:
        raise CatalogueError(f"{where}: has no editions")
    if not re.fullmatch("([0-9]{4}-(0[1-9]|1[0-2]))?", due := block.get("due", "")):
        raise CatalogueError(f"{where}: due '{due}' is no month such as 2027-02")
    return _build(Source, block | {"id": id} | kinds, where)


@cache
def sources(path: Path = SOURCES) -> dict[str, Source]:
    """Read data/sources.toml, in the order of the file, which is the order of reading.

    Raises
    ------
    CatalogueError
        Naming the block and the field that is unknown, missing or wrong.
    """
    return {id: _source(id, block) for id, block in _read(path).items()}


@cache
def indicators(path: Path = INDICATORS, sources_path: Path = SOURCES) -> dict[str, Indicator]:
    """Read data/indicators.toml, in the order of the file, which is the order in which pages offer them.

    Raises
    ------
    CatalogueError
        Naming the block and the field that is unknown, missing or wrong.
    """
    found = {id: _indicator(id, block) for id, block in _read(path).items()}
    for indicator in found.values():
        for series in indicator.series:
            if indicator.prices and series.published:
                raise CatalogueError(f"indicators.toml [{indicator.id}]: published figures have prices of their own")
            if series.source not in sources(sources_path):
                raise CatalogueError(f"indicators.toml [{indicator.id}]: no source '{series.source}' in sources.toml")
    return found
