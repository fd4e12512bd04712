"""What a page says of itself to those who run no scripts: title, description, picture, and its one address."""

from html import escape
from urllib.parse import quote

from pages.by_address.previews.said import Words, generic
from pages.by_address.views import View
from pages.choosing.printed import SHORT
from pages.opened import is_open
from pages.places import NAME


def tags(view: View, root: str) -> str:
    """Write the tags of a view.

    Parameters
    ----------
    view
        A page with what is chosen on it.
    root
        The address of the dashboard.
    """
    said = _words(view) if is_open() else generic(view)
    address = escape(f"{root}/{view.long}")
    others = _others(view, root) if is_open() else ""
    pictured = view.place.pictured
    return "".join(
        (_said(said, view), f'<link rel="canonical" href="{address}">', _image(view, root) * pictured, others)
    )


def _words(view: View) -> Words:
    """Name what is shown; what that needs is loaded by then."""
    from pages.by_address.previews.words import words

    return words(view)


def _others(view: View, root: str) -> str:
    """Name the feeds and the data of the view."""
    from pages.by_address.previews.alternates import alternates

    return "".join(
        f'<link rel="alternate" type="{each.kind}" title="{escape(each.title)}" href="{escape(f"{root}/{each.path}")}">'
        for each in alternates(view)
    )


def _said(said: Words, view: View) -> str:
    title, description = escape(said.title), escape(said.description)
    whole = title if view.place.address == "" else f"{title} – {escape(NAME)}"
    return (
        f'<title>{whole}</title><meta name="description" content="{description}">'
        f'<meta property="og:title" content="{title}"><meta property="og:description" content="{description}">'
        f'<meta property="og:site_name" content="{escape(NAME)}">'
    )


def _image(view: View, root: str) -> str:
    """Name the picture of the view, and where a program learns how to show the view itself."""
    link = quote(f"{root}/{SHORT}/{view.short}", safe="")
    return (
        f'<meta property="og:image" content="{escape(root)}/picture/{view.short}.png?size=card">'
        '<meta name="twitter:card" content="summary_large_image">'
        f'<link rel="alternate" type="application/json+oembed" href="{escape(root)}/oembed?url={link}">'
    )
