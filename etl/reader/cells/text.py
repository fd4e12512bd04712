"""Text as people type it, made comparable."""

import re
import unicodedata
from functools import lru_cache

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
QUOTES = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"', ord("\u00a0"): " ", ord("\u00ad"): None}
SUPERSCRIPTS = re.compile(r"(?<=\S) ?[¹²³⁰⁴-⁹ᵖʳ]+")
FOOTNOTES = re.compile(
    r"\s*(?:\[\s*(?:note|notes|footnote|ref|fn)?\s*\.?\s*\d[\d,; ]{0,8}\]|\((?:note|footnote)\s*\d+\))", re.I
)
ABOVE, BELOW, PLUS = (re.compile(sign) for sign in (r"[>≥]\s*=?(?=\s*\d)", r"[<≤]\s*=?(?=\s*\d)", r"(?<=\d)\+"))
TRAILING = re.compile(r"(?<=\w|\))\s*[*†‡§#^]+$")


def shown(text: str) -> str:
    """Give a text as it is seen: invisible characters out, white space collapsed, length bounded."""
    if len(text) < 32_767 and text.isprintable():
        return " ".join(text.split())
    kept = "".join(letter if letter.isprintable() or letter.isspace() else "" for letter in text[:32_767])
    return " ".join(kept.split())


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """Fold a text for comparison: dashes, quotes, spaces and footnote marks made alike, lower case."""
    folded = unicodedata.normalize("NFC", text).translate(DASHES).translate(QUOTES)
    folded = TRAILING.sub("", SUPERSCRIPTS.sub("", FOOTNOTES.sub("", folded)).strip())
    return " ".join(folded.split()).casefold()


@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[str, ...]:
    """Split a folded text into words and figures; & is and, % is percent, per 10,000 is one word, < is less than."""
    folded = plain(text).replace("&", " and ").replace("%", " percent ").replace("£", " pounds ").replace("_", " ")
    folded = re.sub(r"\bper\s*10\s*,?\s*(?:000|k)\b|\b10\s*,?\s*000s?\b|\b10k\b", " per10000 ", folded)
    folded = re.sub(r"\bper\s*(100|1)\s*,?\s*(?:000|k)\b", r" per\g<1>000 ", folded)
    folded = re.sub(r"<\s*(?=18\b)", " under ", folded)
    folded = BELOW.sub(" less than ", ABOVE.sub(" more than ", PLUS.sub(" plus ", folded)))
    folded = re.sub(r"\bre[\s-]*referr", "rereferr", folded)
    folded = re.sub(r"\bchildren in (?:local authority )?care\b", "children cic", folded)
    folded = re.sub(r"\b(\w)\.(?=\w\b)\.?", r"\1", folded.replace("'s", "s").replace("s'", "s"))
    return tuple(re.findall(r"[^\W_]+", folded))
