"""What of a view is written where room is short: its address on a picture, and a headline. No Streamlit here."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from pages.choosing.address import Choice, View, written
from pages.places import at

MOST_PRINTED = 240  # characters of an address on a picture: two lines of the largest, five of the smallest
MOST_SAID = 120  # characters of a headline
UNSEEN = ("size", "headline")  # what the address of the same figures can do without


def address(url: str | None, view: View, choices: Sequence[Choice], *, page: str = "chart") -> str:
    """Write the shortest address that opens a view: ids, the short codes of authorities, nothing that is the default.

    Parameters
    ----------
    url
        The address of the page or of the frame that shows it.
    view, choices
        What is chosen, and what may be.
    page
        The page that it opens.

    Returns
    -------
    str
        Without "https://". Where even that is too long for a picture, where the page is found: never an address that
        opens another chart.
    """
    host = re.sub(r"^https?://", "", (url or "").split("?")[0]).rstrip("/").rsplit("/", 1)[0]
    offered = {choice.name: choice for choice in choices}
    asked = {
        name: _short(offered[name], ids)
        for name, ids in view.items()
        if name not in UNSEEN and name in offered and ids != offered[name].default
    }
    query = urlencode(written(asked), safe=",:")
    whole = f"{host}/{page}?{query}" if query else f"{host}/{page}"
    return whole if len(whole) <= MOST_PRINTED else f"page {at(page).title} at {host}"


def _short(choice: Choice, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Write authorities by their three-digit codes."""
    codes = {id: code for code, id in (choice.also or {}).items() if re.fullmatch(r"[0-9]{3}", code)}
    return tuple(codes.get(id, id) for id in ids)


def headline(text: str) -> str:
    """Return a headline as it is drawn and kept in an address: one line of 120 letters at most, cut after a word."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text[:10_000])
    line = " ".join(seen.split())
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
