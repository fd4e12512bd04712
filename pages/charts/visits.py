"""Ofsted's visits between inspections as marks on a date axis: never filled as a grade is, for none carries one."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Entry, Mark
from pages.charts.words import day
from queries.rows.ofsted import Visit

KINDS = {
    "focused": "Focused visit",
    "assurance": "Focused visit in the pandemic (2020 and 2021)",
    "monitoring": "Monitoring visit",
}
SYMBOLS = {"focused": "circle", "assurance": "circle-open", "monitoring": "triangle-up-open"}
TITLE, ABOUT = "Ofsted visits", "without a grade, on their first day"
LONGEST_SUBJECT = 60  # letters of a subject under the pointer


def mark(visit: Visit, y: float = 0) -> Mark:
    """Mark a visit on its first day."""
    symbol = SYMBOLS[visit.look]
    about = visit.theme or visit.subject[:LONGEST_SUBJECT]
    return Mark(
        x=visit.first_day, y=y, symbol=symbol.removesuffix("-open"), size=9, colour=theme.TEXT,
        hollow=symbol.endswith("-open"),
        said=(f"{KINDS[visit.look]}, no grade", f"{visit.authority_name}, first day {day(visit.first_day)}",
              *([about] if about else [])),
    )  # fmt: skip


def key(visits: Sequence[Visit]) -> list[Entry]:
    """List the signs of the kinds of visits that occur."""
    found = {visit.look for visit in visits}
    return [Entry(sign=theme.SIGNS[SYMBOLS[look]], words=words) for look, words in KINDS.items() if look in found]
