"""Reading what is written about periods; a new way of writing one is a new function beside its like."""

import re
from functools import lru_cache

from etl.reader.cells.text import plain
from etl.reader.periods.parts import Part
from etl.reader.periods.spans import SPAN_FORMS
from etl.reader.periods.years import YEAR_FORMS

FORMS = (*SPAN_FORMS, *YEAR_FORMS)
STATE = r"(?:p|r|ot|prov|provisional|rev|revised|final|draft|unvalidated)\.?"
LEADING = r"^(?:(?:as at|as of|at|position at|snapshot(?: at)?|on|in|for|during|period|month|month of|date)[:\s]+)+"
SPEAKS = re.compile(r"\d|ytd|date|month|quarter|cumulative|rolling|so far|ending|ended|year to", re.I)
LONGEST = 9  # words of one written period: from 1 April 2024 to 30 June 2024 has eight
MOST_WORDS = 400  # of a sentence: what stands later is small print
ALONE_TOO_LITTLE = {"month_name", "other"}


@lru_cache(maxsize=50_000)
def parse_period(text: str) -> Part | None:
    """Read a text that is a period and nothing else.

    Parameters
    ----------
    text
        As it stands in the cell: "Q1 2024/25", "YE Mar-25", "30.04.2024", "2024-25 (p)".

    Returns
    -------
    Part or None
        What the text says, or nothing where it is not a period.
    """
    if len(text) > 60:
        return None
    folded = re.sub(rf"\s*[(\[]{STATE}[)\]]$|\s+{STATE}$", "", plain(text).replace("\u2044", "/"))
    bare = re.sub(LEADING, "", folded).strip(" :,;-")
    for form in FORMS:
        for candidate in dict.fromkeys((folded, bare)):
            if candidate and (part := form(candidate, parse_period)) is not None:
                return part
    return None


@lru_cache(maxsize=20_000)
def find_periods(text: str) -> tuple[tuple[Part, ...], str]:
    """Find the periods within a sentence.

    Returns
    -------
    tuple of Part, str
        What was found, the longest readings first taken, and the sentence without it.
    """
    pieces = text.split()[:MOST_WORDS]
    if not SPEAKS.search(text):  # most texts of a long file
        return (), " ".join(pieces)
    found: list[Part] = []
    rest: list[str] = []
    start = 0
    while start < len(pieces):
        size, part = _longest(pieces, start)
        if part is None:
            rest.append(pieces[start])
        else:
            found.append(part)
        start += size
    return tuple(found), " ".join(rest)


def _longest(pieces: list[str], start: int) -> tuple[int, Part | None]:
    """Read the longest period that begins at a word."""
    for size in range(min(LONGEST, len(pieces) - start), 0, -1):
        window = " ".join(pieces[start : start + size]).strip(" ,;:.()[]-")
        part = parse_period(window) if SPEAKS.search(window) else None
        if part is not None and part.form not in ALONE_TOO_LITTLE and not _is_other(part, pieces, start, window):
            return size, part
    return 1, None


def _is_other(part: Part, pieces: list[str], start: int, window: str) -> bool:
    """Tell an age, "16-17", from a financial year, and "in the last 12 months" of a definition from a rolling year."""
    if part.form == "rolling" and part.end is None and "roll" not in window.casefold():
        return True
    before = pieces[start - 1].casefold() if start else ""
    return bool(re.fullmatch(r"\d\d-\d\d", window)) and (
        before in ("aged", "age", "ages", "to") or int(window[:2]) < 19
    )
