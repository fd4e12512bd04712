"""A feed as Atom writes it: RFC 4287."""

from datetime import date
from html import escape
from xml.etree import ElementTree

from pages.by_address.feeds.entries import Entry, Feed
from pages.places import NAME

TYPE = "application/atom+xml"
SPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """Write a feed."""
    root = ElementTree.Element("feed", {"xmlns": SPACE, "xml:lang": "en-GB"})
    _with(root, "id", feed.id)
    _with(root, "title", feed.title)
    _with(root, "subtitle", feed.subtitle)
    _with(root, "updated", moment(max(each.updated for each in feed.entries)))
    _with(root, "link", rel="self", type=TYPE, href=f"{feed.root}/feeds/{feed.name}.atom")
    _with(root, "link", rel="alternate", type="text/html", href=f"{feed.root}/")
    _with(_with(root, "author"), "name", NAME)
    for entry in feed.entries:
        _entry(root, entry)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def moment(day: date) -> str:
    """Write a day as a moment, as feeds must: its beginning."""
    return f"{day.isoformat()}T00:00:00Z"


def _entry(root: ElementTree.Element, entry: Entry) -> None:
    made = _with(root, "entry")
    _with(made, "id", entry.id)
    _with(made, "title", entry.title)
    _with(made, "updated", moment(entry.updated))
    if entry.published:
        _with(made, "published", moment(entry.published))
    _with(made, "link", rel="alternate", type="text/html", href=entry.address)
    _with(made, "category", term=entry.kind)
    _with(made, "content", "".join(f"<p>{escape(line)}</p>" for line in entry.lines), type="html")


def _with(parent: ElementTree.Element, name: str, words: str = "", /, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = words or None
    return child
