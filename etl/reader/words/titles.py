"""What stands around a table: in its titles, on its tab, on other sheets and in the name of the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from etl.reader.cells.text import words
from etl.reader.periods.parse import find_periods, parse_period
from etl.reader.periods.parts import DATE, ISO, MONTH, YEAR, Part
from etl.reader.words.authorities import Answer, Authority, find_authority, is_elsewhere
from etl.reader.words.explained import without_layout
from etl.reader.words.headings import vocabulary
from etl.reader.words.indicators import Named, name_indicator

LONGEST_NAME = 7  # words of an authority's name: Bournemouth, Christchurch and Poole Council, folded apart
LONGEST_TITLE = 300  # letters: what follows is small print
ORDINARY_WORDS = {"reading"}
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
KIND_OF_YEAR = re.compile(r"\b(academic|calendar|school) years?\b")
HANDLED = re.compile(  # when the file was made, which is no period of its figures
    r"\b(?:issued|published|released|printed|produced|generated|created|updated|refreshed|extracted|exported|run|due|dated"
    r"|publication|release|print|report run|report date|date of report|next update|version|committee|cabinet|scrutiny"
    r"|meeting)(?:\s+(?:date|on|at|by|time))*\s*[:=–-]?\s*"
    rf"(?:{WEEKDAY},?\s+)?(?:{DATE}|{ISO}|{MONTH}\s+{YEAR}\b)"
    rf"|\b{MONTH}\s+{YEAR}\s+(?:meeting|committee|cabinet|scrutiny|board)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What one text says to the figures below or beside it."""

    text: str
    place: tuple[int, int] | None = None
    parts: tuple[Part, ...] = ()
    authorities: tuple[Authority, ...] = ()
    doubtful: tuple[Authority, ...] = ()
    named: Named | None = None
    origin: str = "title"
    hints: tuple[str, ...] = field(default=())


@lru_cache(maxsize=5_000)
def read_around(text: str, origin: str = "title", place: tuple[int, int] | None = None) -> Around:
    """Read a title, the name of a tab or of a file."""
    text = text[:LONGEST_TITLE]
    parts, rest = find_periods(HANDLED.sub(" ", text))
    whole = parse_period(text) if origin in ("tab", "section") else None
    if whole and not parts:
        parts, rest = (whole,), ""
    found, doubtful, rest = _authorities(rest)
    return Around(text, place, parts, found, doubtful, _measure(rest), origin, tuple(_hints(text)))


def file_words(name: str) -> str:
    """Turn the name of a file into a title: no ending, no underscores."""
    base = re.sub(
        r"(\.(xlsx|xlsm|xls|ods|csv|tsv|txt|html?))+$", "", name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], flags=re.I
    )
    return " ".join(re.sub(r"[_+]|(?<=[a-zA-Z])-(?=[a-zA-Z]{3})", " ", base).split())


def _authorities(text: str) -> tuple[tuple[Authority, ...], tuple[Authority, ...], str]:
    """Find authorities by their longest names; words that are ordinary English need "Council" beside them."""
    pieces = text.split()
    found: dict[str, Authority] = {}
    doubtful: dict[str, Authority] = {}
    rest: list[str] = []
    start = 0
    while start < len(pieces):
        size, answer = _longest(pieces, start)
        if answer.authority:
            found[answer.authority.dfe_code] = answer.authority
        elif answer.candidates:
            doubtful |= {authority.dfe_code: authority for authority in answer.candidates}
        else:
            rest.append(pieces[start])
        start += size
    return tuple(found.values()), tuple(doubtful.values()), " ".join(rest)


def _longest(pieces: list[str], start: int) -> tuple[int, Answer]:
    for size in range(min(LONGEST_NAME, len(pieces) - start), 0, -1):
        window = " ".join(pieces[start : start + size]).strip(" ,;:.()[]-–—'\"|")
        if not window[:1].isupper() or window.isdecimal():
            continue
        if size == 1 and window.casefold() in ORDINARY_WORDS and len(pieces) > 1:
            continue
        answer = find_authority(window)
        if answer.authority or answer.candidates:
            return size, answer
    return 1, Answer()


def _measure(text: str) -> Named | None:
    """Find the one measure that a title names, words of titles set aside."""
    text = without_layout(text)
    if (named := name_indicator(text)) and named.sure:
        return named
    kept = " ".join(piece for piece in re.split(r"[\s_]+", text) if not set(words(piece)) <= vocabulary("title"))
    for candidate in dict.fromkeys((kept, *(piece for piece in re.split(r"\s+[-–—|:]\s+|:\s|\s\(|\)", text) if piece))):
        if (named := name_indicator(candidate.strip(" -–—:,.|"))) and named.sure:
            return named
    return None


def _hints(text: str) -> Iterable[str]:
    folded = text.casefold()
    if set(words(text)[:3]) & vocabulary("plans"):
        yield "plans"
    if is_elsewhere(find_periods(text)[1].strip(" -–—:,()")):
        yield "elsewhere"
    if find_authority(text).summary or folded.startswith(("england", "national ")):
        yield "summary"
    if found := KIND_OF_YEAR.search(folded):
        yield f"{found[1]} year"
    if "applied filters" in folded or "power bi" in folded:
        yield "calendar_quarters"


def find_one(levels: Iterable[Iterable[Around]]) -> tuple[Authority | None, tuple[Authority, ...], Around | None]:
    """Take the authority of the nearest text that names exactly one; several names count as none.

    Returns
    -------
    Authority or None, candidates, text
        Candidates only where the nearest text with a name may mean several.
    """
    for level in levels:
        for around in level:
            if len(around.authorities) == 1:
                return around.authorities[0], (), around
            if around.doubtful and not around.authorities:
                return None, around.doubtful, around
    return None, (), None
