"""How a page of another site takes a view in: an element of HTML with ten lines of script, and the same by oEmbed."""

from html import escape

from pages.choosing.printed import SHORT, shorter

# As high as the picture and its links are at 700 pixels of width: what a page shows that does not listen.
HIGH = 560
# The frame says how high it is, and the page around it believes the frame alone.
LISTENING = """<script>
addEventListener("message", (event) => {
  for (const frame of document.querySelectorAll("iframe[data-children]")) {
    if (frame.contentWindow === event.source && Number(event.data.frame) > 0) {
      frame.style.height = event.data.frame + "px"
    }
  }
})
</script>"""


def framed(address: str) -> str:
    """Return the address of the frame that shows what a long address shows."""
    site, link = shorter(address).rsplit(f"/{SHORT}/", 1)
    return f"{site}/frame/{link}"


def element(address: str, title: str, *, high: int = HIGH) -> str:
    """Write the element that shows a view in a page of another site.

    Parameters
    ----------
    address
        Of the frame.
    title
        What it shows, for those who are read to.
    high
        Pixels, until the frame has said how high it is.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" data-children loading="lazy" '
        f'style="width:100%;height:{high}px;border:0"></iframe>'
    )
