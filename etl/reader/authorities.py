"""Which authority a name or a code means: never the likeliest, only the one that is certain."""

import csv
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from data.paths import REFERENCE
from etl.reader.text import plain

PLACES = Path(__file__).parent / "words" / "places.toml"
FOREIGN_CODE = re.compile(r"[WSN][0-9]{8}")
GSS_CODE = re.compile(r"(?:E06|E08|E09|E10)[0-9]{6}")
AREA_CODE = re.compile(r"[EWSNJK][0-9]{8}")
JOINT = re.compile(r"\s*/\s*|\s+and\s+|\s*&\s*|\s*;\s*")
OLD_DORSET, NEW_DORSET = "835", "838"


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority, a former one, or several that make one return."""

    dfe_code: str
    area_code: str
    name: str
    opened: date | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text says: one authority; several that it may mean; a summary row; a place outside England."""

    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()
    summary: bool = False
    foreign: bool = False


UNKNOWN = Answer()


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
def _codes() -> dict[str, str]:
    """Every code that an authority has borne → its three-digit code."""
    listed = {row["area_code"]: row["dfe_code"] for row in _rows("authority_codes")}
    own = {authority.area_code: code for code, authority in authorities().items()}
    return listed | own | {code: code for code in authorities()}


@cache
def _names() -> dict[str, str]:
    found = {plain(row["name"]): row["dfe_code"] for row in _rows("authority_names")}
    found |= {plain(authority.name): code for code, authority in authorities().items()}
    found |= {_loose(name): code for name, code in list(found.items())} | dict(_places()["also"])
    return {name: code for name, code in found.items() if name not in _places()["ambiguous"]}


@cache
def _places() -> dict[str, dict[str, Any]]:
    read = tomllib.loads(PLACES.read_text(encoding="utf-8"))
    foreign = {name: frozenset(map(_loose, listed.split("|"))) for name, listed in read["not_england"].items()}
    return {
        "ambiguous": {name: tuple(codes) for name, codes in read["ambiguous"].items()},
        "foreign": foreign,
        "also": read["also"],
        "summary": {
            "words": frozenset(read["summaries"]["words"].split()),
            "names": frozenset(map(_loose, read["summaries"]["names"].split("|"))),
        },
        "wrappers": {
            side: tuple(sorted(map(_loose, listed.split("|")), key=len, reverse=True))
            for side, listed in read["wrappers"].items()
        },
    }


@lru_cache(maxsize=20_000)
def find_authority(text: str) -> Answer:
    """Find what a cell in a column of authorities says.

    Parameters
    ----------
    text
        A name in any usual dress, a GSS code or a three-digit code.

    Returns
    -------
    Answer
        `UNKNOWN` where the text is nothing that is known.
    """
    folded = plain(text)
    if not folded or len(folded) > 120:
        return UNKNOWN
    if known := _codes().get(_code(text)):
        return Answer(authority=authorities()[known])
    if FOREIGN_CODE.fullmatch(text.strip()):
        return Answer(foreign=True)
    if AREA_CODE.fullmatch(text.strip()) and text.strip()[1:3] in ("12", "13", "92"):
        return Answer(summary=True)
    return _by_name(folded)


def by_code(code: str) -> Answer:
    """Find the authority of a code alone."""
    known = _codes().get(_code(code))
    return Answer(authority=authorities()[known]) if known else UNKNOWN


def fitted(authority: Authority, end: date) -> Authority:
    """Tell the old Dorset from the new by the period."""
    if authority.dfe_code == NEW_DORSET and end <= date(2019, 3, 31):
        return authorities()[OLD_DORSET]
    return authority


def _by_name(folded: str) -> Answer:
    loose = _loose(folded)
    tried = list(dict.fromkeys((loose, *_unwrapped(loose))))
    for name in tried:
        if name in _names():
            return _sure(name, loose)
        if codes := _places()["ambiguous"].get(name):
            return _ambiguous(name, loose, tuple(codes))
        if any(name in names for names in _places()["foreign"].values()):
            return Answer(foreign=True)
        if name in _places()["summary"]["names"]:
            return Answer(summary=True)
    if joint := _joint(loose):
        return Answer(authority=joint)
    words = set(re.findall(r"[a-z']+", loose))
    return Answer(summary=bool(words & set(_places()["summary"]["words"])))


def _sure(name: str, loose: str) -> Answer:
    """Take a name, unless "county" was taken off a city that shares its name with a shire."""
    found = authorities()[_names()[name]]
    shire = _names().get(f"{name}shire")
    if shire and "county" in loose.split():
        return Answer(candidates=(found, authorities()[shire]))
    return Answer(authority=found)


def _ambiguous(name: str, loose: str, codes: tuple[str, ...]) -> Answer:
    """Let the dress decide where it can: a royal borough, a city council."""
    if name == "kingston" and re.search(r"\b(?:royal borough|rb|rbk|lb|london borough)\b", loose):
        return Answer(authority=authorities()["314"])
    if name == "newcastle" and re.search(r"\bcity\b", loose):
        return Answer(authority=authorities()["391"])
    return Answer(candidates=tuple(authorities()[code] for code in codes))


def _unwrapped(name: str) -> list[str]:
    """Take off what may stand around a name, outermost first, each step a candidate."""
    found = []
    for _ in range(3):
        wrappers = _places()["wrappers"]
        after = next((end for end in wrappers["after"] if name.endswith(f" {end}")), None)
        before = next((start for start in wrappers["before"] if name.startswith(f"{start} ")), None)
        if after:
            name = name.removesuffix(f" {after}").strip()
        elif before:
            name = name.removeprefix(f"{before} ").strip()
        else:
            break
        found.append(name)
    return found


def _joint(name: str) -> Authority | None:
    """Find the joint return whose members a text names."""
    codes = [_names().get(part) or _names().get(next(iter(_unwrapped(part)), "")) for part in JOINT.split(name)]
    if len(codes) == 2 and all(codes):
        return authorities().get(" / ".join(sorted(code for code in codes if code)))
    return None


@cache
def _loose(name: str) -> str:
    """Fold a name further: and for &, no full stops, commas or hyphens, saint shortened."""
    folded = re.sub(r"[.,()\-'’]+", lambda match: "" if match[0] in ".'’" else " ", plain(name).replace("&", " and "))
    return re.sub(r"\bsaint\b", "st", " ".join(folded.split()))


def _code(text: str) -> str:
    """Fold a code: capitals, one space around the stroke of a joint one, no decimal point."""
    bare = re.sub(r"\.0$", "", text.strip().upper())
    return " / ".join(part.strip() for part in bare.split("/")) if "/" in bare else bare


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
