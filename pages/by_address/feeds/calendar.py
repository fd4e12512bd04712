"""The months in which next editions are expected, as a calendar: RFC 5545."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from data.catalogue import Source, sources
from data.freshness import expected, held
from pages.by_address.feeds.entries import identity
from pages.places import NAME

TYPE = "text/calendar"
LONGEST = 75  # bytes of a line, as the standard has it; a longer one goes on in the next


def calendar(root: str, built_at: datetime) -> bytes:
    """Write the calendar.

    Parameters
    ----------
    root
        The address of the dashboard.
    built_at
        When the database was built, which is when this was so.
    """
    stamp = f"{built_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{NAME}//next editions//EN", "METHOD:PUBLISH",
        f"NAME:{_text(f'{NAME}: next editions')}", f"X-WR-CALNAME:{_text(f'{NAME}: next editions')}",
        *(line for each in publications() for line in _event(each, root, stamp)),
        "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def publications() -> list[Source]:
    """Return one source of each publication of which a next edition is expected, by month."""
    due = {(each.catalogue or each.title, each.due): each for each in reversed(sources().values()) if each.due}
    return sorted(due.values(), key=lambda each: (each.due, each.title))


def _event(source: Source, root: str, stamp: str) -> Iterator[str]:
    """Write the whole month, for no day is known; nobody is busy in it."""
    title = source.catalogue or source.title
    newest = source.editions[-1]
    year, month = map(int, source.due.split("-"))
    first, after = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    words = f"{held(newest.edition, newest.published)} {expected(source.due)} The day is not known. {source.publisher}."
    yield from (
        "BEGIN:VEVENT",
        f"UID:{identity(f'due/{title}/{newest.edition}')}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_text(f'Expected this month: {title}')}",
        f"DESCRIPTION:{_text(words)}",
        f"URL:{root}/data",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _text(words: str) -> str:
    """Write words as a value: what has a meaning of its own in a calendar is marked."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """Break a line where it would be too long, never within a letter."""
    start = ""
    while len((start + line).encode()) > LONGEST:
        cut = max(n for n in range(len(line)) if len((start + line[:n]).encode()) <= LONGEST)
        yield start + line[:cut]
        start, line = " ", line[cut:]
    yield start + line
