"""Ofsted's grades as charts and tables need them: their order, their letters, and what a framework graded."""

from collections.abc import Iterable, Sequence

from pages.charts import histories, theme
from pages.charts.model import Entry, Fill
from pages.charts.words import UNGRADED, headed
from queries.rows.ofsted import InForce

NONE_HELD = "none held"
ORDER = ("outstanding", "good", "requires improvement", "adequate", "inadequate", UNGRADED, NONE_HELD)
LETTERS = {"outstanding": "O", "good": "G", "requires improvement": "R", "adequate": "A", "inadequate": "I",
           UNGRADED: "–", NONE_HELD: ""}  # fmt: skip
GRADED = {
    "overall effectiveness": "Overall effectiveness (SIF, ILACS)",
    "child protection": "Child protection (CPI)",
    "safeguarding": "Safeguarding (SLAC)",
}
DAYS_A_YEAR = 365.25  # leap years counted: waits are written in years and months
SMALL_LETTERS = (
    "small letter: of safeguarding (SLAC) or child protection (CPI) alone; capital: of overall effectiveness"
)


def plain(grade: str) -> Fill:
    """Return the fill of a cell that has a letter: without pattern, for the letter tells what colour does not."""
    colour = theme.BACKGROUND if grade == NONE_HELD else theme.GRADE_FILL[grade]
    return Fill(colour=colour, ink=theme.GRADE_TEXT.get(grade, theme.TEXT))


def _held(found: Iterable[str]) -> list[str]:
    occurring = set(found) - {NONE_HELD}
    return [grade for grade in ORDER if grade in occurring]


def key(found: Iterable[str]) -> list[Entry]:
    """Return the key to the fills of the grades that occur."""
    return [Entry(words=headed(grade), fill=histories.grade_fill(grade)) for grade in _held(found)]


def letters_key(found: Iterable[str]) -> list[Entry]:
    """Return the key to the letters of a grid in which these grades occur."""
    return [
        *(Entry(words=headed(grade), fill=plain(grade), sign=LETTERS[grade]) for grade in _held(found)),
        Entry(words=f"{SMALL_LETTERS} (SIF, ILACS)", sign="aA"),
        Entry(words="white, no letter: none held yet", fill=plain(NONE_HELD)),
    ]


def years(days: float, *, full: bool = False) -> str:
    """Write a number of days in years and months, as people say it; `full` counts only months that are over."""
    months = float(days) / DAYS_A_YEAR * 12
    whole = int(months) if full else round(months)
    parts = [
        f"{number} {unit}{'s' if number != 1 else ''}"
        for number, unit in ((whole // 12, "year"), (whole % 12, "month"))
        if number
    ]
    return " ".join(parts) or "under a month"


def share(part: int, of: int) -> str:
    """Write a number with its share of another."""
    return f"{part} ({100 * part / of:.0f}%)" if of else "0"


def newest(rows: Sequence[InForce]) -> list[InForce]:
    """Return what stood on the newest date."""
    last = max(row.as_at for row in rows)
    return [row for row in rows if row.as_at == last]


def ungraded(rows: Sequence[InForce]) -> list[InForce]:
    """Return the authorities without an overall grade on the newest date."""
    return [row for row in newest(rows) if row.grade == UNGRADED]
