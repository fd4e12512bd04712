"""What stands over a picture: its neutral title and its subtitle; and what its file is called."""

from collections.abc import Sequence
from datetime import date

from pages.charts.comparison import words as comparison_words
from pages.charts.comparison.compared import Asked, Line
from pages.charts.svg.lettering import NO_BREAK
from pages.charts.words import listed, year_said, years_said
from pages.charts.years import measured
from pages.picture.plot import CHOSEN


def _dates(lines: Sequence[Line], asked: Asked) -> list[date]:
    """Return the first and the last date of a figure drawn of the chosen authorities, if there is one."""
    chosen = [line for line in lines if line.role in CHOSEN and line.drawn]
    found = sorted(point.period_end for line in chosen for point in (*line.drawn, line.end(asked)))
    return [found[0], found[-1]] if found else []


def years(lines: Sequence[Line], asked: Asked) -> str:
    """Write the years from the first to the last figure drawn of the chosen authorities."""
    ends = _dates(lines, asked)
    return years_said(*ends, basis=asked.about.basis) if ends else ""


def names_drawn(lines: Sequence[Line], names: Sequence[str]) -> list[str]:
    """Return the names of the chosen authorities that have a figure in the picture."""
    drawn = {point.asked_name for line in lines if line.role in CHOSEN for point in line.drawn}
    return [name for name in names if name in drawn]


def neutral(lines: Sequence[Line], names: Sequence[str], asked: Asked) -> str:
    """Head a picture with its topic, the places drawn and their years, and no finding."""
    drawn = names_drawn(lines, names)
    where = listed(drawn) if len(drawn) <= 3 else f"{len(drawn)} local authorities"
    since = f", by years since intervention {asked.event}" if asked.measure == "since" else ""
    span = years(lines, asked)
    return f"{asked.about.title}{since}: {where}" + (f", {_unbroken(span)}" if span else "")


def _unbroken(span: str) -> str:
    """Keep each date of a span on one line."""
    return " to ".join(part.replace(" ", NO_BREAK) for part in span.split(" to "))


def subtitle(asked: Asked) -> str:
    """Say what is drawn: the measure with its denominator and unit, and its reference date."""
    plain, drawn = measured(asked.about), comparison_words.drawn_as(asked)
    return {
        "difference": f"Difference from England, {comparison_words.apart(asked.about)}. {plain}",
        "index": f"{drawn.capitalize()}. {plain}",
        "rank": f"Rank among authorities, 1 = lowest figure. {plain}",
    }.get(asked.measure, plain)


def unusual_years(lines: Sequence[Line], asked: Asked) -> list[str]:
    """Write which figures of the chosen authorities are unusual."""
    return [
        f"{line.name} {year_said(point.period_end, basis=asked.about.basis)}"
        for line in lines
        if line.role == "chosen"
        for point in line.drawn
        if point.unusual
    ]


def file_parts(lines: Sequence[Line], asked: Asked) -> tuple[str, ...]:
    """Return the parts of a file name that say what is in the picture: indicator, places, years, view."""
    names = [line.name for line in lines if line.role in CHOSEN and line.drawn]
    where = "-".join(names) if len(names) <= 3 else f"{len(names)}-authorities"
    span = "-".join(dict.fromkeys(f"{when.year}" for when in _dates(lines, asked)))
    return asked.about.id, where, span, asked.measure.replace("published", "")
