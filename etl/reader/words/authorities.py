"""Which authority a name or a code means: never the likeliest, only the one that is certain."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from etl.reader.cells.text import plain
from etl.reader.words.authority_names import Authority, authorities, codes, loose_name, names, places

FOREIGN_CODE = re.compile(r"[WSN][0-9]{8}")
AREA_CODE = re.compile(r"[EWSNJK][0-9]{8}")
JOINT = re.compile(r"\s*/\s*|\s+and\s+|\s*&\s*|\s*;\s*")
__all__ = ["Answer", "Authority", "authorities", "find_authority", "fitted", "UNKNOWN"]

OLD_DORSET, NEW_DORSET = "835", "838"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text says: one authority; several that it may mean; a summary row; a place outside England."""

    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()
    summary: bool = False
    foreign: bool = False


UNKNOWN = Answer()


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
    if known := codes().get(_code(text)):
        return Answer(authority=authorities()[known])
    if FOREIGN_CODE.fullmatch(text.strip()):
        return Answer(foreign=True)
    if AREA_CODE.fullmatch(text.strip()) and text.strip()[1:3] in ("12", "13", "92"):
        return Answer(summary=True)
    return _by_name(folded)


def fitted(authority: Authority, end: date) -> Authority:
    """Tell the old Dorset from the new by the period."""
    if authority.dfe_code == NEW_DORSET and end <= date(2019, 3, 31):
        return authorities()[OLD_DORSET]
    return authority


@lru_cache(maxsize=20_000)
def is_elsewhere(text: str) -> bool:
    """Tell a text that says of figures that they are of no one authority: England, a region, neighbours."""
    loose = loose_name(plain(text))
    spoken = set(re.findall(r"[a-z']+", loose))
    beside = spoken & places().elsewhere and spoken <= places().elsewhere | places().beside
    return bool(beside) or bool({loose, *_unwrapped(loose)} & (places().regions | places().foreign))


def _by_name(folded: str) -> Answer:
    loose = loose_name(folded)
    tried = list(dict.fromkeys((loose, *_unwrapped(loose))))
    for name in tried:
        if name in names():
            return _sure(name, loose)
        if codes := places().ambiguous.get(name):
            return _ambiguous(name, loose, codes)
        if name in places().foreign:
            return Answer(foreign=True)
        if name in places().summaries:
            return Answer(summary=True)
    if joint := _joint(loose):
        return Answer(authority=joint)
    words = set(re.findall(r"[a-z']+", loose))
    return Answer(summary=bool(words & places().summary_words))


def _sure(name: str, loose: str) -> Answer:
    """Take a name, unless "county" was taken off a city that shares its name with a shire."""
    found = authorities()[names()[name]]
    shire = names().get(f"{name}shire")
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
        after = next((end for end in places().after if name.endswith(f" {end}")), None)
        before = next((start for start in places().before if name.startswith(f"{start} ")), None)
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
    codes = [names().get(part) or names().get(next(iter(_unwrapped(part)), "")) for part in JOINT.split(name)]
    if len(codes) == 2 and all(codes):
        return authorities().get(" / ".join(sorted(code for code in codes if code)))
    return None


def _code(text: str) -> str:
    """Fold a code: capitals, one space around the stroke of a joint one, no decimal point."""
    bare = re.sub(r"\.0$", "", text.strip().upper())
    return " / ".join(part.strip() for part in bare.split("/")) if "/" in bare else bare
