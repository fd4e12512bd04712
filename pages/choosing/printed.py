"""What of a view is written where room is short: its address on a picture, and a headline. No Streamlit here."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from pages.choosing import short
from pages.choosing.address import Choice, View, written
from pages.places import at

MOST_PRINTED = 240  # characters of an address on a picture: two lines of the largest, five of the smallest
MOST_SAID = 120  # characters of a headline
UNSEEN = ("size", "headline")  # what the address of the same figures can do without
ENDS = ("from", "to")  # years that, where they are the ends of what is held, go on with it
NUMBER = "picture"  # which of the pictures of a view an address means, where there are several
SHORT = "v"  # where short links are opened: v/1…


def address(url: str | None, view: View, choices: Sequence[Choice], *, page: str = "chart") -> str:
    """Write the short link that opens a view.

    Parameters
    ----------
    url
        The address of the page or of the frame that shows it.
    view, choices
        What is chosen, and what may be.
    page
        The page that it opens; empty for the first.

    Returns
    -------
    str
        Without "https://". Where even that is too long for a picture, where the page is found: never an address that
        opens another chart.
    """
    host = re.sub(r"^https?://", "", (url or "").split("?")[0]).rstrip("/").rsplit("/", 1)[0]
    usual = {choice.name: choice.default for choice in choices}
    ends = [name for name in ENDS if view.get(name) == usual.get(name)]
    link = short.of_view(page, written({name: ids for name, ids in view.items() if name not in UNSEEN}), ends)
    whole = f"{host}/{SHORT}/{link}"
    return whole if len(whole) <= MOST_PRINTED else f"page {at(page).title} at {host}"


def shorter(address: str) -> str:
    """Write the long address of a view as the short link that opens the same."""
    before, _, query = address.partition("?")
    site, _, page = before.rpartition("/")
    return f"{site}/{SHORT}/{short.of_address(page, dict(parse_qsl(query)))}"


def pictured(address: str, *, ending: str = "png", number: int = 1) -> str:
    """Write the long address of a view as that of its picture, or of another of its pictures."""
    site, link = shorter(address).rsplit(f"/{SHORT}/", 1)
    return f"{site}/picture/{link}.{ending}" + f"?{NUMBER}={number}" * (number > 1)


def headline(text: str) -> str:
    """Return a headline as it is drawn and kept in an address: one line of 120 letters at most, cut after a word."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[:10_000])
    line = " ".join(printable.split())
    if len(line) <= MOST_SAID:
        return line
    cut = line.rfind(" ", 0, MOST_SAID + 1)
    return line[: cut if cut > 0 else MOST_SAID]


def shortened(text: str) -> str:
    """Say that a headline was cut, and where; nothing where it was not."""
    kept = headline(text)
    if len(" ".join(text.split())) <= MOST_SAID:
        return ""
    last = kept[-30:].split(" ", 1)[-1].replace("`", "")  # as code, for a page would make links and more of it
    return f"A headline has room for {MOST_SAID} characters: yours is cut after `{last}`."


def known(view: Mapping[str, tuple[str, ...]], typed: Mapping[str, str]) -> dict[str, str]:
    """Write a view and what a visitor has written as query parameters."""
    return written(dict(view)) | {name: text for name, text in typed.items() if text}
