"""A picture laid out in one size: words above, panels one under the other, and what must be known below."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pages.charts.model import End
from pages.charts.svg.columns import draw_columns, least_needed
from pages.charts.svg.footing import draw_footing, fitting
from pages.charts.svg.heading import draw_draft, draw_heading
from pages.charts.svg.heights import LANE, MARGIN
from pages.charts.svg.panel import Unplaced
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Scene
from pages.charts.svg.sizes import Size

MOST_NOTES, FEWER_NOTES = 0.2, 0.07  # of the height, that notes may take
GROWTH = 1.05  # of the height of a picture that is still too low: notes take at most a fifth, so that it ends
MOST_TRIES = 3  # notes take height, never width: the second is nearly always the last


@dataclass(frozen=True, kw_only=True)
class Made:
    """A picture laid out, and what is learnt by doing so.

    Attributes
    ----------
    picture
        What is drawn: where there is too little room, one of the simpler ones.
    scene
        Its texts and shapes.
    found
        What found no room in the panels, or is not plain in them.
    fits
        Whether the panels have the height that they need, and all that found no room in them is told in the notes.
    """

    picture: Picture
    scene: Scene
    found: Unplaced
    fits: bool


def laid_out(picture: Picture, size: Size) -> Scene:
    """Lay a picture out; return its texts and shapes: no text over another, none beyond the edge."""
    return made(picture, size).scene


def made(picture: Picture, size: Size) -> Made:
    """Lay a picture out in a size: first with all that belongs to it, then with fewer notes, then with less.

    Where the panels do not fit the height even so, the picture is taller.
    """
    for shown, most in _tries(picture):
        drawn = _drawn(shown, size, most)
        if drawn.fits:
            return drawn
    return _taller(picture.simpler[-1] if picture.simpler else picture, size)


def _tries(picture: Picture) -> Iterator[tuple[Picture, float]]:
    """Yield what is tried, each with the share of the height that its notes may take."""
    simpler = picture.simpler or (_without_optional(picture),)
    yield picture, MOST_NOTES
    yield picture, FEWER_NOTES
    for each in simpler:
        yield each, FEWER_NOTES
    yield simpler[-1], 0.0


def _taller(picture: Picture, size: Size) -> Made:
    """Draw in a taller size: what found no room in the panels makes the notes longer, so it grows until all fits."""
    tall = replace(size, height=round(size.height + _lacking(picture, size) + 1))
    drawn = _drawn(picture, tall, MOST_NOTES)
    while not drawn.fits:
        tall = replace(tall, height=round(tall.height * GROWTH))
        drawn = _drawn(picture, tall, MOST_NOTES)
    return drawn


def _without_optional(picture: Picture) -> Picture:
    panels = tuple(panel for panel in picture.drawing.panels if not panel.optional)
    return replace(picture, drawing=replace(picture.drawing, panels=panels))


def _drawn(picture: Picture, size: Size, most: float) -> Made:
    """Draw; what found no room in the panels is said in the notes of the next drawing, until all is said."""
    drawn = _once(picture, size, Unplaced(), most)
    for _ in range(MOST_TRIES - 1):
        again = _once(picture, size, drawn.found, most)
        if again.found == drawn.found:
            return again
        drawn = again
    return drawn


def _once(picture: Picture, size: Size, before: Unplaced, most: float) -> Made:
    """Draw with notes of what found no room before; a label that finds none in the plot goes beside it."""
    said = dict.fromkeys([*before.words, *picture.notes, *before.explained])
    notes = fitting(list(said), size.width - 2 * MARGIN * size.base, most, size)
    outside: frozenset[End] = frozenset()
    while True:  # each time at least one label more goes beside the plot
        scene = Scene(width=size.width, height=size.height)
        top = draw_heading(scene, picture, size)
        bottom = draw_footing(scene, picture, notes, size)
        found, enough = draw_columns(scene, picture.drawing, top, bottom, size, outside)
        if not found.ends:
            break
        outside |= set(found.ends)
    if picture.draft:
        draw_draft(scene, size)
    noted = not picture.simpler or {*before.words, *found.words} <= set(notes)
    return Made(picture=picture, scene=scene, found=found, fits=enough and noted)


def _lacking(picture: Picture, size: Size) -> float:
    """Return by how many pixels the size is too low for the picture with all its notes."""
    scene = Scene(width=size.width, height=size.height)
    notes = fitting(picture.notes, size.width - 2 * MARGIN * size.base, MOST_NOTES, size)
    room = draw_footing(scene, picture, notes, size) - draw_heading(scene, picture, size)
    return max(0.0, least_needed(picture.drawing, size) - room) + min(
        LANE * size.small * len(picture.notes), MOST_NOTES * size.height
    )
