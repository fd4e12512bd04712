"""The font of the pages, served by ourselves: Roboto, in which pictures are drawn and all letters are measured.

Roboto is of Google, under the Apache License 2.0; it comes as a library.
"""

from functools import cache
from io import BytesIO
from threading import Lock, Thread

from fontTools import subset

from pages.charts.svg.lettering import FILES

WEIGHTS = {"400": (False, "400"), "700": (True, "600 900")}  # of each file: whether bold, and the weights it stands for
UNDER = "/font/"
# The letters of English and of Western names, dashes, quotation marks, signs of reckoning; others come from elsewhere.
LETTERS = (*range(0x20, 0x180), *range(0x2010, 0x2030), 0x2032, 0x20AC, 0x2122, 0x2212, 0x2264, 0x2265)
# Whoever has seen a page with other letters until the font has come would see it jump.
FACE = (
    "@font-face {{ font-family: Roboto; font-weight: {weights}; font-display: optional; "
    'src: url({base}{under}roboto-{name}.woff) format("woff"); }}'
)
AHEAD = '<link rel="preload" as="font" type="font/woff" crossorigin href="{base}{under}roboto-{name}.woff">'
ONE = Lock()


def faces(base: str) -> bytes:
    """Return the rules by which a page finds the font on a server with a path of its own."""
    return "\n".join(
        FACE.format(base=base, under=UNDER, name=name, weights=weights) for name, (_, weights) in WEIGHTS.items()
    ).encode()


def ahead(base: str) -> bytes:
    """Return what a page says at its head, so that the font is there before the first letter."""
    return "".join(AHEAD.format(base=base, under=UNDER, name=name) for name in WEIGHTS).encode()


def at(path: str) -> bytes | None:
    """Return the file at a path of the server, if it is one of the font."""
    name = path.removeprefix(UNDER).removeprefix("roboto-").removesuffix(".woff")
    if name not in WEIGHTS or path != f"{UNDER}roboto-{name}.woff":
        return None
    with ONE:  # who asks while it is being made waits for it
        return _made(name)


def make_ahead() -> None:
    """Make the files before anybody asks: it takes a second."""
    Thread(target=lambda: [at(f"{UNDER}roboto-{name}.woff") for name in WEIGHTS], daemon=True).start()


@cache
def _made(name: str) -> bytes:
    """Return the letters of one weight, with how they stand to one another: a tenth of the whole font."""
    options = subset.Options(flavor="woff", layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 13, 14])
    with subset.load_font(FILES[WEIGHTS[name][0]], options) as font, BytesIO() as file:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        subset.save_font(font, file, options)
        return file.getvalue()
