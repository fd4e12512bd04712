"""What a reader of a picture must know of its lines, in sentences: each is written whole or left out."""

from collections.abc import Iterator, Sequence

from pages.charts.comparison.axes import beyond
from pages.charts.comparison.compared import Asked, Line
from pages.charts.words import day, listed
from pages.picture.words import unusual_years


def notes(lines: Sequence[Line], asked: Asked, left_out: Sequence[str], *, context: bool, cuts: int) -> tuple[str, ...]:
    """Say what the marks mean that a reader cannot know, and who is left out and why."""
    chosen = [line for line in lines if line.role == "chosen"]
    return (
        *left_out,
        *_figures(lines, chosen, asked),
        *_events(chosen, asked),
        *(["Vertical axis does not start at zero."] if asked.measure == "index" else []),
        *(["Grey lines: the other authorities, cut where they leave the axis."] if context else []),
        *(["Lines do not cross a break in the series."] if cuts else []),
    )


def _figures(lines: Sequence[Line], chosen: Sequence[Line], asked: Asked) -> Iterator[str]:
    """Yield what must be known of single figures, of joint returns, and of very small authorities."""
    if unusual := unusual_years(lines, asked):
        yield f"Circled: unusual value, use with care ({listed(unusual)})."
    if any(asked.at_zero(point) for line in chosen for point in line.gaps):
        yield "Small hollow circle at 0: rounds to 0."
    joint = [
        line.name.removesuffix(" (joint return)")
        for line in chosen
        if any(point.area_level == "joint return" for point in line.drawn)
    ]
    if joint:
        yield f"{listed(joint)}: joint return of two authorities."
    if tiny := [line.name for line in chosen if line.tiny and line.drawn]:
        yield f"{listed(tiny)}: very small numbers, figures move a lot by chance."
    if out := beyond(lines, asked):
        yield f"{listed(out)}: cut where its figures leave the axis."


def _events(chosen: Sequence[Line], asked: Asked) -> list[str]:
    dated = [(line.name, line.points[0]) for line in chosen if asked.measure == "since" and line.drawn]
    return [f"{name}: intervention {asked.event} {day(first.recorded_on, first.precision)}." for name, first in dated]
