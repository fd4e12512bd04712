"""What the text or number in a cell amounts to, before its scale is judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isfinite

from etl.reader.cells.markers import Marker, find_marker
from etl.reader.cells.text import FOOTNOTES, SUPERSCRIPTS
from etl.reader.model import Cell, Kind

SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u200a\u202f\u2002\u2003\u2060\ufeff"), " ")
MINUS = dict.fromkeys(map(ord, "−–‐‑"), "-")
NUMBER = re.compile(r"([-+]?)\s*(£?)\s*(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(\.\d+)?\s*(%|per ?cent|pp)?")
AFTER = re.compile(
    r"\s*(?:[*†‡§^]+|\((?:p|r|e|f|prov|rev|provisional|revised|est|estimated?|u|\d)\)|(?<=\d)\s?[preu]\b|(?<=%)\s?[pre]\b|\[[a-z]\])$",
    re.I,
)
SIGNED = re.compile(r"\d\s*%?\s*(?:[\[(]\s*([a-z]{1,4})\s*[\])]|(u))\s*$", re.I)
LONGEST_NUMBER = 40  # letters: longer ones are no figure, and slow to try
AT_END = re.compile(rf"(?:{FOOTNOTES.pattern})+\s*$", re.I)
EXPONENT = re.compile(r"[-+]?\d+(?:\.\d+)?e[-+]?\d{1,3}", re.I)
DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d{1,2}\s*%?|[-+]?\d{1,3}(?:\.\d{3})+,\d+\s*%?")


@dataclass(frozen=True, slots=True)
class Value:
    """A cell as a figure, a sign, an error or neither.

    `percent`: a sign or format says that it is a percentage; `fraction`: the stored number is a hundredth of it.
    `decimals`: how many were written. `fixed`: what was put right, in words; `problem`: the code of what is wrong.
    `mark`: a sign that stands beside the figure, as in "120 [u]".
    """

    number: float | None = None
    marker: Marker | None = None
    percent: bool = False
    fraction: bool = False
    decimals: int = 0
    fixed: str = ""
    problem: str = ""
    mark: Marker | None = None


def counts(value: Value) -> bool:
    """Tell a figure, or the sign of one that is withheld, from a gap: "tbc", n/a, an error."""
    return value.number is not None or (value.marker is not None and value.marker.status == "suppressed")


def read_value(cell: Cell, legend: Mapping[str, Marker]) -> Value:
    """Read one cell of a column of figures."""
    match cell.kind:
        case Kind.ERROR:
            return Value(marker=Marker("error", "error"), problem="FORMULA_ERROR")
        case Kind.NO_VALUE:
            return Value(problem="FORMULA_NO_VALUE")
        case Kind.CUT:
            return Value(problem="CORRUPT")
        case Kind.NUMBER:
            if cell.money:
                return Value(problem="MONEY")
            return Value(
                cell.number, percent=cell.percent, fraction=cell.percent, decimals=decimals(cell.number or 0.0)
            )
        case Kind.DATE:
            return Value(problem="NOT_A_NUMBER")
        case _:
            return read_text(cell.text, legend, raised=cell.raised)


def read_text(text: str, legend: Mapping[str, Marker], *, raised: bool = False) -> Value:
    """Read a text as a figure: 1,021, 17.4 %, 22.6 [1], 14.2r, or as a sign."""
    if text.startswith("#") and len(text) > 2:
        return Value(marker=Marker("error", "error"), problem="FORMULA_ERROR")
    if marker := find_marker(text, legend):
        return Value(marker=marker)
    value = _number(text, raised=raised)
    mark = _beside(text, legend) if value else None
    if value and mark:
        return replace(value, mark=mark, fixed=f"the sign beside it, {mark.kept}, was kept")
    return value or _marked(text, legend)


def _beside(text: str, legend: Mapping[str, Marker]) -> Marker | None:
    """Find the sign in brackets after a figure that says how good it is; (p), (r) and numbers are footnotes."""
    match = SIGNED.search(text)
    mark = find_marker(match[1] or match[2], legend) if match else None
    return mark if mark and mark.status not in ("missing", "nil") else None


def _marked(text: str, legend: Mapping[str, Marker]) -> Value:
    """Read a sign that has a footnote mark of its own."""
    clean, noted = without_notes(_bare(text))
    marker = find_marker(clean, legend) if noted and clean else None
    return Value(marker=marker) if marker else Value(problem="NOT_A_NUMBER")


def _bare(text: str) -> str:
    return text.translate(SPACES).translate(MINUS).strip().strip("'\"").strip()


@lru_cache(maxsize=100_000)
def _number(text: str, *, raised: bool) -> Value | None:
    clean, notes = without_notes(_bare(text))
    if len(clean) > LONGEST_NUMBER:
        return None
    if EXPONENT.fullmatch(clean) and isfinite(float(clean)):
        return Value(float(clean), decimals=decimals(float(clean)), fixed="the figure was text")
    match = NUMBER.fullmatch(clean)
    if not match or not (match[3] or match[4]):
        return None
    if match[2]:
        return Value(problem="MONEY")
    number = float(re.sub(r"[ ,]", "", match[3] or "0") + (match[4] or ""))
    return Value(
        -number if match[1] == "-" else number,
        percent=bool(match[5]),
        decimals=len(match[4] or ".") - 1,
        fixed=_repaired(match, footnote=notes or raised),
    )


def without_notes(text: str) -> tuple[str, bool]:
    """Take footnote marks off the end of a figure; tell whether there were any."""
    clean = SUPERSCRIPTS.sub("", AT_END.sub("", text)).strip()
    while (shorter := AFTER.sub("", clean).strip()) != clean and shorter:
        clean = shorter
    return clean, clean != text


def has_decimal_comma(text: str) -> bool:
    """Tell 12,4 from 1,240."""
    return bool(DECIMAL_COMMA.fullmatch(text.strip()))


def decimals(number: float) -> int:
    """Count the decimals with which a person would write a number."""
    written = f"{number:.10f}".rstrip("0") if abs(number) < 1e9 else ""
    return len(written.partition(".")[2])


def _repaired(match: re.Match[str], *, footnote: bool) -> str:
    done = []
    if footnote:
        done.append("a footnote mark was left out")
    if match[5]:
        done.append("a percentage was written as text")
    if match[3] and re.search(r"[ ,]", match[3]):
        done.append("a thousands separator was taken out")
    return "; ".join(done)
