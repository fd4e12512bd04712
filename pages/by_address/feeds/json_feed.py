"""A feed as JSON Feed 1.1 writes it."""

import json

from pages.by_address.feeds.atom import moment
from pages.by_address.feeds.entries import Entry, Feed
from pages.places import NAME

TYPE = "application/feed+json"


def json_feed(feed: Feed) -> bytes:
    """Write a feed."""
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": f"{feed.root}/",
        "feed_url": f"{feed.root}/feeds/{feed.name}.json",
        "language": "en-GB",
        "authors": [{"name": NAME}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _item(entry: Entry) -> dict[str, object]:
    exact = {"date_published": moment(entry.published)} if entry.published else {}
    return exact | {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_text": "\n".join(entry.lines),
        "date_modified": moment(entry.updated),
        "tags": [entry.kind],
    }
