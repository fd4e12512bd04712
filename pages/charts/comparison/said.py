"""What is said of a point of a comparison: the figure behind it in words, and the lines under the pointer."""

from pages.charts.comparison.compared import REASONS, Asked
from pages.charts.comparison.dots import Dot
from pages.charts.model import Lines
from pages.charts.words import day, figure, figure_of, signed


def published_words(point: Dot, asked: Asked) -> str:
    """Write the figure behind a point in full, or the reason why there is none."""
    if point.status != "published" or point.value is None:
        return REASONS[point.status]
    return figure(point.value, "published", unit=asked.about.unit, decimals=asked.of(point).decimals)


def drawn_words(point: Dot, asked: Asked) -> str:
    """Write what a view draws at a point with its unit, for those who do not see the axis."""
    about = asked.of(point)
    if asked.measure == "difference":
        return signed(point.height, unit=about.unit, decimals=about.decimals)
    if asked.measure in ("rank", "index") or asked.at_zero(point):
        return asked.written(point)
    return figure_of(point.height, about)


def hover(name: str, point: Dot, asked: Asked) -> Lines:
    """Write what is said of a point under the pointer: the figure drawn, the published one, and its date."""
    return (
        *_figures(name, point, asked),
        day(point.period_end),
        *([signed_years(point.since)] if asked.measure == "since" else []),
        *([point.of_how_many] if point.basis else []),
        *(["unusual value, see notes"] if point.unusual else []),
    )


def signed_years(years: float) -> str:
    """Write the years since an event: '+2.4 years'."""
    return f"{years:+.1f} years".replace("-", "−")


def _figures(name: str, point: Dot, asked: Asked) -> Lines:
    published = published_words(point, asked)
    if asked.measure in ("difference", "index", "rank"):
        drawn = REASONS.get(point.shown_status) or asked.written(point)
        if drawn != published:
            return f"{name}: {drawn}", f"figure: {published}"
    return (f"{name}: {published}",)


def pair(name: str, point: Dot, asked: Asked) -> Lines:
    """Write both figures of a point of a path with their dates."""
    odd = ("unusual value, see notes",) if point.unusual else ()
    written = figure(point.value, point.status, unit=asked.about.unit, decimals=asked.about.decimals)
    other = figure(point.other_value, point.other_status, unit=asked.other.unit, decimals=asked.other.decimals)
    return (
        name,
        f"{asked.about.short_title}: {written}, {day(point.period_end)}",
        f"{asked.other.short_title}: {other}, {day(point.other_period_end)}",
        *odd,
    )
