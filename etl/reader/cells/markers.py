"""Signs that stand where a figure is not, and the legends that redefine them; the signs are in markers.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from etl.reader.cells.text import plain

SIGNS = Path(__file__).parent / "markers.toml"
SIGN = r"\[?(?:low|supp|nil|n/a|na|[a-z]|[*#~:]|\.{1,3}|-|<\s?\d{1,2}|\*\*)\]?"
MEANS = "means|denotes|indicates|stands for|represents|is used (?:for|to)|shows"
DEFINED = re.compile(
    rf"(?:^|[\s.;,(|])['\"]?({SIGN})['\"]?\s*(?:=|:(?=\s)|\s-\s|-\s|\s(?:{MEANS})\b|\))"
    rf"\s*([^=;|]{{3,160}}?)(?=[.;|]|,\s*['\"]?{SIGN}['\"]?\s*(?:=|:)|$)",
    re.I,
)
LISTED = re.compile(r"\s*(\[[a-z]\]|low|[b-hj-z]|\*{1,2}|\.{1,2}|[~:#-])\s+([A-Za-z][^=;|]{3,80})")
BELOW = re.compile(r"(?:<|<=|≤|less than|fewer than|under)\s*(\d{1,2})\s*%?")
BETWEEN = re.compile(r"1\s*(?:-|to)\s*[45]")


@dataclass(frozen=True, slots=True)
class Marker:
    """A sign as it is kept, its status, and whether its meaning is open to question."""

    kept: str
    status: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """What markers.toml says: sign → kept as, status; words of a legend, what they mean."""

    signs: dict[str, tuple[str, str]]
    meanings: tuple[tuple[str, str, str], ...]


@cache
def _signs() -> Signs:
    read = tomllib.loads(SIGNS.read_text(encoding="utf-8"))
    signs = {sign: (kept, status) for sign, (kept, status) in read["signs"].items()}
    return Signs(signs, tuple((entry["words"], *entry["kept"]) for entry in read["meaning"]))


def find_marker(text: str, legend: Mapping[str, Marker]) -> Marker | None:
    """Read a cell as a sign.

    Parameters
    ----------
    text
        What the cell shows.
    legend
        What the file itself says of signs, from `read_legend`.
    """
    sign = plain_sign(text)
    if sign in legend:
        return legend[sign]
    if below := BELOW.fullmatch(sign):
        return Marker(f"<{below[1]}", "suppressed")
    if sign in _signs().signs:
        kept, status = _signs().signs[sign]
        return Marker(kept, status, open=sign in ("nil", "none"))
    return None


@lru_cache(maxsize=50_000)
def plain_sign(text: str) -> str:
    """Fold a sign: lower case, no brackets, one kind of dash."""
    if len(text) > 60:
        return text
    folded = " ".join(text.replace("\u00a0", " ").split()).casefold()
    folded = re.sub("[‐‑‒–—―−]", "-", folded)
    inner = re.fullmatch(r"[\[(]\s*(.*?)\s*[\])]", folded)
    return (inner[1] if inner else folded).strip()


def read_legend(lines: Iterable[str]) -> dict[str, Marker]:
    """Read what notes say of signs, as "x = suppressed; [z] means not applicable".

    Returns
    -------
    dict of str to Marker
        Sign → what it means in this file. A legend that calls a sign nil gives the status `nil`: a question.
    """
    found: dict[str, Marker] = {}
    for line in lines:
        listed = LISTED.fullmatch(line)
        for sign, meaning in DEFINED.findall(line) or ([listed.groups()] if listed else []):
            if marker := _meaning(plain(meaning)):
                found.setdefault(plain_sign(sign), marker)
    return found


def _meaning(text: str) -> Marker | None:
    if BETWEEN.search(text) and "year" not in text:
        return Marker("c", "suppressed")
    for words, kept, status in _signs().meanings:
        if re.search(words, text):
            return Marker("missing", "missing", open=True) if status == "nil" else Marker(kept, status)
    return None
