"""The names and codes that authorities have and have had: from data/reference and places.toml."""

import csv
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.paths import REFERENCE
from etl.reader.cells.text import plain

PLACES = Path(__file__).parent / "places.toml"


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority, a former one, or several that make one return."""

    dfe_code: str
    area_code: str
    name: str
    opened: date | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """What places.toml says of names: folded, those to be taken off the longest first.

    `ambiguous`: name → codes that it may mean. `also`: name → code. `before`, `after`: what may stand around a name.
    `elsewhere`: words of sub-headings of other places; `beside`: what may stand beside those.
    """

    ambiguous: dict[str, tuple[str, ...]]
    also: dict[str, str]
    foreign: frozenset[str]
    summaries: frozenset[str]
    summary_words: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    elsewhere: frozenset[str]
    beside: frozenset[str]
    regions: frozenset[str]


@cache
def authorities() -> dict[str, Authority]:
    """Read all authorities and joint returns by their three-digit code, from data/reference."""
    found = {
        row["dfe_code"]: Authority(
            row["dfe_code"], row["area_code"], row["name"], _day(row["opened_on"]), _day(row["closed_on"])
        )
        for row in _rows("authorities")
    }
    joint = {
        row["joint_code"]: Authority(row["joint_code"], row["area_code"], row["name"]) for row in _rows("joint_returns")
    }
    return found | joint


@cache
def codes() -> dict[str, str]:
    """Every code that an authority has borne → its three-digit code."""
    listed = {row["area_code"]: row["dfe_code"] for row in _rows("authority_codes")}
    own = {authority.area_code: code for code, authority in authorities().items()}
    return listed | own | {code: code for code in authorities()}


@cache
def names() -> dict[str, str]:
    """Every name of an authority that means only it → its three-digit code."""
    found = {plain(row["name"]): row["dfe_code"] for row in _rows("authority_names")}
    found |= {plain(authority.name): code for code, authority in authorities().items()}
    found |= {loose_name(name): code for name, code in list(found.items())} | places().also
    return {name: code for name, code in found.items() if name not in places().ambiguous}


@cache
def places() -> Places:
    """Read places.toml: what is ambiguous, foreign or a summary, and what may stand around a name."""
    read = tomllib.loads(PLACES.read_text(encoding="utf-8"))
    return Places(
        ambiguous={name: tuple(codes) for name, codes in read["ambiguous"].items()},
        also=read["also"],
        foreign=frozenset(name for listed in read["not_england"].values() for name in _loose(listed)),
        summaries=frozenset(_loose(read["summaries"]["names"])),
        summary_words=frozenset(read["summaries"]["words"].split()),
        before=_longest_first(read["wrappers"]["before"]),
        after=_longest_first(read["wrappers"]["after"]),
        elsewhere=frozenset(read["elsewhere"]["words"].split()),
        beside=frozenset(read["elsewhere"]["beside"].split()),
        regions=frozenset(_loose(read["summaries"]["names"])) - frozenset(_loose(read["elsewhere"]["not_places"])),
    )


def _loose(listed: str) -> list[str]:
    return list(map(loose_name, listed.split("|")))


def _longest_first(listed: str) -> tuple[str, ...]:
    return tuple(sorted(_loose(listed), key=len, reverse=True))


@cache
def loose_name(name: str) -> str:
    """Fold a name further: and for &, no full stops, commas or hyphens, saint shortened."""
    folded = re.sub(r"[.,()\-'’]+", lambda match: "" if match[0] in ".'’" else " ", plain(name).replace("&", " and "))
    return re.sub(r"\bsaint\b", "st", " ".join(folded.split()))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
