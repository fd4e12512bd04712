"""The sizes of a picture: where each is used, and how large its letters are."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Size:
    """A size of a picture, in pixels as they are laid out.

    Attributes
    ----------
    name
        What it is for, as on its button.
    width, height
        Of the layout; a PNG has `zoom` times as many.
    base, title
        Height of the letters on axes and labels, and of the headline.
    small
        Height of the letters of notes and sources: 18 at least in a width of 1200.
    zoom
        Pixels of the PNG for each of the layout.
    """

    name: str
    width: int
    height: int
    base: float
    title: float
    small: float
    zoom: int = 1

    @property
    def pixels(self) -> str:
        """Width and height of the PNG, as in a file name."""
        return f"{self.width * self.zoom}x{self.height * self.zoom}"

    @property
    def unit(self) -> float:
        """The width of a fine line; everything else is a multiple of it."""
        return self.base / 22


SIZES = {
    "news": Size(name="News, 16:9", width=1200, height=675, base=22, title=32, small=18),
    "card": Size(name="Social card", width=1200, height=628, base=22, title=32, small=18),
    "square": Size(name="Square", width=1080, height=1080, base=26, title=38, small=21),
    "narrow": Size(name="Narrow column", width=600, height=500, base=14, title=19, small=12, zoom=2),
    "page": Size(name="Page of a report", width=960, height=640, base=20, title=26, small=17),
    "slide": Size(name="Slide", width=1920, height=1080, base=32, title=46, small=26),
}
# 159 by 100 millimetres at 96 pixels an inch: letters of 12 points, headline of 14.
PRINT = Size(name="Print", width=601, height=378, base=14, title=18.7, small=11)
# What a phone shows of a picture: not to take away, but laid out so that it can be read there.
PHONE = Size(name="Phone", width=360, height=520, base=13, title=17, small=11, zoom=3)
# Sizes that are asked for by address alone: upright ones of social media, 4:5 and 9:16, and what a phone shows.
UPRIGHT = {
    "portrait": Size(name="Portrait, 4:5", width=1080, height=1350, base=28, title=42, small=22),
    "story": Size(name="Story, 9:16", width=1080, height=1920, base=32, title=50, small=25),
}
BY_ADDRESS = SIZES | UPRIGHT | {"phone": PHONE, "print": PRINT}
