"""What must be known of single figures and of breaks, in sentences: each has a number that stands at its point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from data.catalogue import Indicator
from pages.authority.panel import middle
from pages.authority.shown import Shown
from pages.charts.words import day, listed
from pages.charts.years import date_said, year_mark
from queries.rows.catalogue import Break
from queries.rows.figures import Trend

NOTED = ("chosen", "england", "region")
Places = dict[str, dict[date, str]]  # by indicator and date, the numbers that stand there


@dataclass(frozen=True, kw_only=True)
class Note:
    """A note, and the points of the chosen authority or the breaks that it is of.

    Attributes
    ----------
    said
        The sentence.
    points, cuts
        Indicator and date of each.
    """

    said: str
    points: tuple[tuple[str, date], ...] = ()
    cuts: tuple[tuple[str, date], ...] = ()


def notes(shown: Shown) -> list[Note]:
    """Write the notes on the figures and series that are shown.

    Returns
    -------
    list of Note
        First the notes on figures of the chosen authority, then on those of England and the region that are drawn
        beside it, series and years with the same note together; then the breaks, series with the same break together.
    """
    return [*_of_figures(shown), *_of_breaks(shown)]


def _of_figures(shown: Shown) -> list[Note]:
    noted: dict[tuple[str, str, str], list[tuple[Indicator, list[Trend]]]] = {}
    for indicator in shown.indicators:
        rows = [row for row in shown.of(indicator) if row.note and row.role in NOTED]
        for (place, note), part in _together(rows).items():
            span = _span([row.period_end for row in part], indicator)
            noted.setdefault((place, span, note), []).append((indicator, part))
    ordered = sorted(noted.items(), key=lambda item: item[0][0] != "")
    return [
        Note(
            said=f"{place}{listed([indicator.title for indicator, _ in parts])}, {span}: {note}",
            points=tuple((row.indicator_id, row.period_end) for _, part in parts for row in part if not place),
        )
        for (place, span, note), parts in ordered
    ]


def _together(rows: Iterable[Trend]) -> dict[tuple[str, str], list[Trend]]:
    """Return the rows with the same note on the same place together; the chosen authority needs no name."""
    found: dict[tuple[str, str], list[Trend]] = {}
    for row in rows:
        place = "" if row.role == "chosen" else f"{row.area_name}: "
        found.setdefault((place, row.note), []).append(row)
    return found


def _span(dates: Sequence[date], indicator: Indicator) -> str:
    """Write one date, or the first and last of several years."""
    if len(dates) == 1:
        return date_said(dates[0], basis=indicator.basis)
    if dates[-1].year - dates[0].year == len(dates) - 1:
        return f"{year_mark(dates[0], basis=indicator.basis)} to {year_mark(dates[-1], basis=indicator.basis)}"
    return ", ".join(year_mark(when, basis=indicator.basis) for when in dates)


def _of_breaks(shown: Shown) -> list[Note]:
    titles = {indicator.id: indicator.title for indicator in shown.indicators}
    alike = sorted(shown.breaks, key=_broken)
    return [
        Note(
            said=f"{listed([titles[row.indicator_id] for row in part])}, break in series between {day(before)} and "
            f"{day(after)}: {detail}",
            cuts=tuple((row.indicator_id, middle(row)) for row in part),
        )
        for (before, after, detail), part in ((key, list(rows)) for key, rows in groupby(alike, key=_broken))
    ]


def _broken(row: Break) -> tuple[date, date, str]:
    return row.from_period_end, row.to_period_end, row.detail


def numbered(found: Sequence[Note]) -> tuple[Places, Places]:
    """Return where the numbers of notes stand: at figures of the chosen authority, and at breaks."""
    points: Places = {}
    cuts: Places = {}
    for number, note in enumerate(found, 1):
        for places, marked in ((points, note.points), (cuts, note.cuts)):
            for indicator, when in marked:
                said = places.setdefault(indicator, {})
                said[when] = f"{said[when]}, {number}" if when in said else str(number)
    return points, cuts
