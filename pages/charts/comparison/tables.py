"""A comparison as tables in words: exactly what is drawn, and each figure with its source."""

from collections.abc import Sequence

from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.dots import Dot
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.comparison.said import published_words
from pages.charts.ranks import ranked
from pages.charts.words import averaged, day, figure, figure_of
from pages.charts.years import dated
from queries.rows.figures import Percentiles

Written = list[dict[str, str]]


def drawn(lines: Sequence[Line], asked: Asked) -> Written:
    """Write what is drawn as a table.

    Parameters
    ----------
    lines
        The lines, as of `compared`.
    asked
        How the comparison is asked for.

    Returns
    -------
    list of dict
        Up to eight authorities: one row per reference date, and a column per line. More: one row per line, and a
        column per reference date, the newest first. Since an event, and one against another: one row per line and
        date.
    """
    if asked.measure == "against":
        return [_pair(line, point, asked) for line in lines for point in line.points]
    if asked.measure == "since":
        return [_since(line, point, asked) for line in lines for point in line.points]
    dates = sorted({point.period_end for line in lines for point in line.points})
    cells = {line.name: {p.period_end: _cell(p, asked) for p in line.points} for line in lines}
    if sum(line.role == "chosen" for line in lines) > IN_ONE_CHART:
        dates.reverse()  # what does not fit on a screen is then the oldest
        return [
            {"Authority": name} | {asked.date_said(when): of.get(when, "no row") for when in dates}
            for name, of in cells.items()
        ]
    return [
        {"Date": asked.date_said(when)} | {name: of.get(when, "no row") for name, of in cells.items()} for when in dates
    ]


def _cell(point: Dot, asked: Asked) -> str:
    if point.shown is None:
        figured = asked.measure == "rank" and point.shown_status == "small_numbers"
        return REASONS[point.shown_status] + f"; {published_words(point, asked)}" * figured
    written = asked.written(point)
    if asked.measure == "rank":
        written = (
            f"{ranked(point.rank, point.ranked_of, point.rank_low, point.rank_high)}; {published_words(point, asked)}"
        )
    elif asked.measure in ("difference", "index"):
        written += f" ({published_words(point, asked)})"
    elif asked.measure == "published":
        written = published_words(point, asked)
    return f"{written}, {point.of_how_many}" if point.basis else _marked(written, point)


def _marked(written: str, point: Dot) -> str:
    return f"{written}, unusual value" if point.unusual else written


def _since(line: Line, point: Dot, asked: Asked) -> dict[str, str]:
    return {
        "Authority": line.name,
        f"Intervention {asked.event}": day(point.recorded_on, point.precision),
        "Years since": f"{point.since:+.1f}".replace("-", "−"),
        "Date": asked.date_said(point.period_end),
        "Figure": _marked(published_words(point, asked), point),
    }


def _pair(line: Line, point: Dot, asked: Asked) -> dict[str, str]:
    other = asked.other
    across = REASONS.get(point.other_status) or figure(
        point.other_value, "published", unit=other.unit, decimals=other.decimals
    )
    return {
        "Authority": line.name,
        asked.about.title: f"{published_words(point, asked)}, {dated(point.period_end, asked.about)}",
        other.title: f"{across}, {dated(point.other_period_end, other)}",
        "Note": _both(point, asked),
    }


def _both(point: Dot, asked: Asked) -> str:
    """Write what is noted of each figure of a pair, with what it measures."""
    notes = ((asked.about, point.note), (asked.other, point.other_note))
    return " ".join(f"{about.short_title}: {note}" for about, note in notes if note)


def sources(lines: Sequence[Line], asked: Asked) -> Written:
    """Write each figure of the chosen authorities and of England with its note and its source.

    Returns
    -------
    list of dict
        Authority, Area of the figure, Date, Figure, Note, Source. One row per line and reference date.
    """
    return [
        {
            "Authority": line.name,
            "Figure is of": point.area_name,
            "Date": asked.date_said(point.period_end),
            "Figure": _marked(published_words(point, asked) + (" (derived)" if point.derived else ""), point),
            "Note": point.note,
            "Source": "; ".join(
                f"{file}, row {row}"
                for file, row in (
                    (point.source_file, point.source_row),
                    (point.other_source_file, point.other_source_row),
                )
                if file
            ),
        }
        for line in lines
        if line.role != "group"
        for point in line.points
    ]


def members(lines: Sequence[Line]) -> Written:
    """Write which authorities each figure of a group was made of: Group, Date, Figure, Authorities."""
    return [
        {
            "Group": line.name,
            "Date": day(point.period_end),
            "Figure": point.of_how_many,
            "Authorities it is of": point.members or "the publisher's own figure",
        }
        for line in lines
        if line.role == "group"
        for point in line.points
    ]


def among(rows: Sequence[Percentiles], asked: Asked) -> Written:
    """Write between which figures all authorities lie, by date, the newest first."""

    def written(value: float) -> str:
        return figure_of(value, averaged(asked.about))

    return [
        {
            "Date": asked.date_said(row.period_end),
            "A tenth lie below": written(row.tenth),
            "A quarter lie below": written(row.lower_quarter),
            "Half lie below": written(row.middle),
            "Three quarters lie below": written(row.upper_quarter),
            "Nine tenths lie below": written(row.ninetieth),
            "Authorities": str(row.authorities),
        }
        for row in reversed(rows)
    ]
