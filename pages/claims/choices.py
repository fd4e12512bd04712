"""What can be chosen of claims: one that is kept, or the parts of a visitor's own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from data.catalogue import Indicator
from pages.charts.words import day
from pages.choosing.address import Choice
from queries.rows.claims import Said

OWN = "own"
FIRST = "birmingham-thirty-thousand"  # the best known of the articles' claims, and one that can be checked
EARLIEST = 2005  # claims of earlier years are not made here: no series that is held reaches so far
LONGEST = 12  # digits of a number: no figure that is held has so many
READINGS = {"figure": "a figure", "change": "a change in per cent"}
WORDS = {
    "exactly": "exactly",
    "about": "about",
    "almost": "almost",
    "more_than": "more than",
    "at_least": "at least",
    "fewer_than": "less than",
    "up_to": "up to",
}


def claim(said: Sequence[Said]) -> Choice:
    """Offer the claims that are kept, and a visitor's own."""
    ids = (OWN, *(each.claim_id for each in said))
    return Choice(name="claim", options=ids, default=(FIRST,))


def claim_words(said: Sequence[Said]) -> Callable[[str], str]:
    """Make the words of claims by id."""
    labels = {OWN: "A claim of your own"} | {each.claim_id: label(each) for each in said}
    return labels.__getitem__


def label(said: Said) -> str:
    """Name a claim in one line: the place, what was claimed, and when."""
    when = f" ({day(said.said_on, said.date_precision)})" if said.said_on else ""
    return f"{said.place}: {said.about}, {said.said}{when}"


def place(places: Mapping[str, str]) -> Choice:
    """Offer England, its regions and every authority."""
    return Choice(name="place", options=tuple(places), default=("E08000025",))


def reading() -> Choice:
    """Offer a figure, or a change from an earlier year."""
    return Choice(name="reading", options=tuple(READINGS), default=("figure",))


def word() -> Choice:
    """Offer how a number may be meant."""
    return Choice(name="word", options=tuple(WORDS), default=("about",))


def year(name: str, last: int, *, default: int) -> Choice:
    """Offer the years that a claim may speak of."""
    years = tuple(str(each) for each in range(last, EARLIEST - 1, -1))
    return Choice(name=name, options=years, default=(str(default),))


def reference(indicator: Indicator, on: str) -> date:
    """Return the reference date of an indicator in a year."""
    return date(int(on), *indicator.year_end)


def number(typed: str) -> str:
    """Read a number as it was written, without its signs; empty where it is none."""
    plain = typed.strip().replace(",", "").replace("£", "").replace("%", "").replace("−", "-").strip()
    digits = plain[plain.startswith(("+", "-")) :].replace(".", "", 1)
    return plain if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST else ""
