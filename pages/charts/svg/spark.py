"""A line without words, small enough to stand under a figure: where it may be drawn it is, and gaps stay open."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from pages.charts import theme
from pages.charts.axes import HEADROOM
from pages.charts.series import Figure, runs

EDGE = 4  # pixels free around the line, for its last mark
Dated = tuple[date, float | None, int]
Between = tuple[date, float, float, int]
USUAL = "#dbe4ec"


def spark(figures: Sequence[Dated], *, wide: int, tall: int, usual: Sequence[Between] = ()) -> str:
    """Draw figures over time from 0 up.

    Parameters
    ----------
    figures
        Reference date, figure or None, and segment of the series, by date.
    wide, tall
        In pixels.
    usual
        Reference date, between which two figures most lie, and segment: a band behind the line.

    Returns
    -------
    str
        SVG, hidden from those who are read to: the figures themselves stand beside it.
    """
    drawn = [(when, value) for when, value, _ in figures if value is not None]
    if not drawn:
        return ""
    first, last = drawn[0][0], drawn[-1][0]
    band = [each for each in usual if first <= each[0] <= last]
    top = max([value for _, value in drawn] + [high for _, _, high, _ in band]) * HEADROOM or 1.0

    def place(when: date, value: float) -> str:
        x = EDGE + (wide - 2 * EDGE) * (when - first).days / max((last - first).days, 1)
        return f"{x:.1f} {EDGE + (tall - 2 * EDGE) * (1 - value / top):.1f}"

    lines = "".join(f'<path d="M{"L".join(places)}" />' for places in _places(figures, place))
    end_x, end_y = place(*drawn[-1]).split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}">'
        f'<g fill="{USUAL}">{_bands(band, place)}</g>'
        f'<g fill="none" stroke="{theme.CHOSEN}" stroke-width="2">{lines}</g><path d="M0 {tall - EDGE}H{wide}" '
        f'stroke="{theme.AXIS}"/><circle cx="{end_x}" cy="{end_y}" r="3.5" fill="{theme.CHOSEN}"/></svg>'
    )


def _bands(usual: Sequence[Between], place: Callable[[date, float], str]) -> str:
    """Draw the band, broken where the series is."""
    drawn = ""
    for _, run in groupby(usual, key=lambda each: each[3]):
        stretch = list(run)
        above = [place(when, high) for when, _, high, _ in stretch]
        edge = above + [place(when, low) for when, low, _, _ in stretch[::-1]]
        drawn += f'<path d="M{"L".join(edge)}z" />'
    return drawn


def _places(figures: Sequence[Dated], place: Callable[[date, float], str]) -> list[list[str]]:
    points = [
        Figure(when, when, value, "published" if value is not None else "not_available", segment, "")
        for when, value, segment in figures
    ]
    return [[place(point.x, point.y) for point in run if isinstance(point.x, date)] for run in runs(points)]
