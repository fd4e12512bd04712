"""What a picture says and shows, before it is laid out in any size; and its files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.model import Drawing, Entry

LICENCE = "Open Government Licence v3.0"
STANDING = "Independent tool, not official statistics."
LONGEST_PART = 70  # letters of one part of a file name: some systems allow 255 in all


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart with all the words that it needs to stand alone.

    Attributes
    ----------
    headline, subtitle
        What is said above the chart: a finding or the topic with the place, and what is measured with its unit.
    drawing
        The chart.
    alternative
        What it shows, for those who do not see it.
    notes, source, stamp
        What is said under it: notes each by itself, the publications, then licence, data version and link.
    name
        The parts of its file name: the view, the place, what is shown.
    key
        What fills, lines and signs stand for, under the subtitle.
    draft
        Whether figures that are not published are among the lines.
    simpler
        The same with less, each with the words that are then true, in the order in which they are tried where a size
        has too little room. Without any, panels that are optional are left out.
    """

    headline: str
    subtitle: str
    drawing: Drawing
    alternative: str
    notes: tuple[str, ...]
    source: str
    stamp: str
    name: tuple[str, ...]
    key: tuple[Entry, ...] = ()
    draft: bool = False
    simpler: tuple["Picture", ...] = ()


def unlabelled(key: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return of the key of a page what a picture needs: its lines are named where they end."""
    return tuple(entry for entry in key if entry.look is None)


def stamp(*, version: str, link: str, said: Sequence[str] = ()) -> str:
    """Write licence, standing, what else must be said with every picture of the view, data version and link."""
    return " ".join([f"{LICENCE}.", STANDING, *said, f"Data version {version} · {link}"])


def file_name(picture: Picture, *, pixels: str, version: str, ending: str) -> str:
    """Name a file by what is in the picture, its size and the data version."""
    parts = [*picture.name, pixels, f"data-{version}", "draft" * picture.draft]
    plain = [re.sub(r"[^a-z0-9]+", "-", part.lower().replace("'", "")).strip("-")[:LONGEST_PART] for part in parts]
    return "_".join(part for part in plain if part) + f".{ending}"
