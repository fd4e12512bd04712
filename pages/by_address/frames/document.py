"""A view as a page in a frame of another: its picture, what is said under the pointer, and the same as rows.

No script of the dashboard is loaded and no session begun: what is drawn is that of the page, and links lead to it.
"""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from pages.by_address.behind import rows
from pages.by_address.frames.lighter import lighter
from pages.by_address.views import View
from pages.charts.svg.layout import Made, made
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Said
from pages.charts.svg.sizes import PHONE, SIZES
from pages.choosing.printed import NUMBER

STYLE = (Path(__file__).parent / "frame.css").read_text(encoding="utf-8")
# How high the page is, told to the page around it, whenever that changes: whoever does not listen loses nothing.
SCRIPT = (
    'const tell = () => parent.postMessage({frame: Math.ceil(document.body.getBoundingClientRect().height)}, "*");'
    "new ResizeObserver(tell).observe(document.body); tell()"
)
MOST_BYTES = 70_000  # of two pictures: where they have more, the wide one alone stands for both
MOST_SAID = 160  # places that answer the pointer: 153 authorities, each with one; more are 100 bytes each
MOST_ROWS = 200  # of the same in words: whoever wants more finds the table at the view


def document(view: View, picture: Picture, number: int = 1) -> str:
    """Write the page of a view.

    Parameters
    ----------
    view
        What is shown.
    picture
        Of the view.
    number
        Which of its pictures it is.
    """
    wide, narrow = made(picture, SIZES["page"]), made(picture, PHONE)
    pictures = [_drawn(wide, "wide"), _drawn(narrow, "narrow")]
    if sum(map(len, pictures)) > MOST_BYTES:
        pictures = [_drawn(wide, "both")]
    headline = escape(picture.headline)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{headline}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="../{escape(view.long)}"><style>{STYLE}</style></head>'
        f'<body><h1 class="unseen">{headline}</h1>{"".join(pictures)}{_links(view, number)}{_rows(wide.scene.said)}'
        f"<script>{SCRIPT}</script></body></html>\n"
    )


def _drawn(drawn: Made, kind: str) -> str:
    """Write a picture with what is said under the pointer; two stand in one page, so each has ids of its own."""
    picture, scene = drawn.picture, drawn.scene
    svg = lighter(scene.svg(title=picture.headline, description=picture.alternative), kind)
    for id in ("title", "description"):
        svg = svg.replace(f'id="{id}"', f'id="{kind}-{id}"')
    svg = svg.replace('aria-labelledby="title description"', f'aria-labelledby="{kind}-title {kind}-description"')
    said = "".join(map(_said, scene.said[:MOST_SAID]))
    answering = f'<g class="said">{said}</g></svg>'
    return f'<div class="{kind}">{svg.replace("</svg>", answering)}</div>'


def _said(said: Said) -> str:
    left, top, right, bottom = said.box
    return (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}">'
        f"<title>{escape(chr(10).join(said.words))}</title></rect>"
    )


def _links(view: View, number: int) -> str:
    """Lead to the view, where its notes, sources and data are, and to the picture as a file."""
    behind = rows(view)
    data = f' <a href="{escape(behind.address("../"))}">Data (CSV)</a>' if behind else ""
    address, other = escape(f"../{view.long}"), f"&amp;{NUMBER}={number}" * (number > 1)
    return (
        f'<p class="links"><a href="{address}" target="_blank" rel="noopener">This chart with its notes, sources and '
        f'data</a> <a href="../picture/{view.short}.png?size=news{other}" target="_blank" rel="noopener">Image</a>'
        f"{data}</p>"
    )


def _rows(said: Sequence[Said]) -> str:
    """Write what is said under the pointer as rows, for those who have none."""
    if not said:
        return ""
    rows = "".join(_written(said))
    return f"<details><summary>The same in a table</summary><table><tbody>{rows}</tbody></table></details>"


def _written(said: Sequence[Said]) -> Iterator[str]:
    for words in list(dict.fromkeys(each.words for each in said))[:MOST_ROWS]:
        first, *others = words
        yield f'<tr><th scope="row">{escape(first)}</th><td>{escape(" ".join(others))}</td></tr>'
