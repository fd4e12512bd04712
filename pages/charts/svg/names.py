"""The names of marks in a picture, which no pointer asks what is said of them."""

from pages.charts.model import Label, Panel

BESIDE = 8  # pixels of a page, from the middle of a mark to its name
BEHIND = "rgba(255,255,255,0.75)"  # so that lines of an axis are seen through a name and do not strike it out


def names(panel: Panel) -> list[Label]:
    """Name the marks that have a name, each beside it."""
    return [
        Label(x=mark.x, y=mark.y, lines=(mark.named,), shift=(BESIDE, 0), colour=mark.colour, behind=BEHIND,
              optional=True, near=True)
        for mark in panel.marks
        if mark.named
    ]  # fmt: skip
