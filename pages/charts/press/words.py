"""What stands around a picture: its neutral title, subtitle, notes, source, stamp and file name."""

import re
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from pages.charts.comparison import words as comparison_words
from pages.charts.comparison.axes import beyond
from pages.charts.comparison.compared import Asked, Line
from pages.charts.press.content import Credits
from pages.charts.svg.lettering import NO_BREAK
from pages.charts.words import day, listed, published, year_said, years_said
from pages.charts.years import measured

LICENCE = "Open Government Licence v3.0"
STANDING = "Independent tool, not official statistics."
NO_CAUSE = "Bars show when things happened, not that one caused the other."
REGISTER = "our register of interventions, compiled from published documents"
CHOSEN = ("chosen", "own")  # the roles of lines that a picture is of
BARS = {
    "unsure": "Hatched: only the year is known.",
    "in_force": "Pale, hatched: in force when last reported.",
    "end_unknown": "?: end not known.",
}


def _dates(lines: Sequence[Line], asked: Asked) -> list[Any]:
    """Return the first and the last date of a figure drawn of the chosen authorities, if there is one."""
    chosen = [line for line in lines if line.role in CHOSEN and line.drawn]
    found = sorted(point["period_end"] for line in chosen for point in (*line.drawn, line.end(asked)))
    return [found[0], found[-1]] if found else []


def years(lines: Sequence[Line], asked: Asked) -> str:
    """Write the years from the first to the last figure drawn of the chosen authorities."""
    ends = _dates(lines, asked)
    return years_said(*ends, basis=asked.about["basis"]) if ends else ""


def names_drawn(lines: Sequence[Line], names: Sequence[str]) -> list[str]:
    """Return the names of the chosen authorities that have a figure in the picture."""
    drawn = {point.get("asked_name") for line in lines if line.role in CHOSEN for point in line.drawn}
    return [name for name in names if name in drawn]


def neutral(lines: Sequence[Line], names: Sequence[str], asked: Asked) -> str:
    """Head a picture with its topic, the places drawn and their years, and no finding."""
    drawn = names_drawn(lines, names)
    where = listed(drawn) if len(drawn) <= 3 else f"{len(drawn)} local authorities"
    since = f", by years since intervention {asked.event}" if asked.measure == "since" else ""
    span = years(lines, asked)
    return f"{asked.about['title']}{since}: {where}" + (f", {_unbroken(span)}" if span else "")


def _unbroken(span: str) -> str:
    """Keep each date of a span on one line."""
    return " to ".join(part.replace(" ", NO_BREAK) for part in span.split(" to "))


def subtitle(asked: Asked) -> str:
    """Say what is drawn: the measure with its denominator and unit, and its reference date."""
    plain = measured(asked.about)
    return {
        "difference": f"Difference from England, {comparison_words.apart(asked.about)}. {plain}",
        "index": f"Index, {asked.base} = 100. {plain}",
        "rank": f"Rank among authorities, 1 = lowest figure. {plain}",
    }.get(asked.measure, plain)


def notes(lines: Sequence[Line], asked: Asked, left_out: Sequence[str], *, context: bool, cuts: int) -> tuple[str, ...]:
    """Say what the marks mean that a reader cannot know, and who is left out and why."""
    chosen = [line for line in lines if line.role == "chosen"]
    said = list(left_out)
    unusual = unusual_years(lines, asked)
    said += [f"Circled: unusual value, use with care ({listed(unusual)})."] if unusual else []
    joint = [line.name.removesuffix(" (joint return)") for line in chosen
             if any(point.get("area_level") == "joint return" for point in line.drawn)]  # fmt: skip
    said += [f"{listed(joint)}: joint return of two authorities."] if joint else []
    tiny = [line.name for line in chosen if line.tiny and line.drawn]
    said += [f"{listed(tiny)}: very small numbers, figures move a lot by chance."] if tiny else []
    out = beyond(lines, asked)
    said += [f"{listed(out)}: cut where its figures leave the axis."] if out else []
    dated = [(line.name, line.points[0]) for line in chosen if asked.measure == "since" and line.drawn]
    said += [
        f"{name}: intervention {asked.event} {day(first['recorded_on'], first['precision'])}." for name, first in dated
    ]
    said += ["Vertical axis does not start at zero."] if asked.measure == "index" else []
    said += ["Grey lines: the other authorities, cut where they leave the axis."] if context else []
    said += ["Lines do not cross a break in the series."] if cuts else []
    return (" ".join(said),) if said else ()


def unusual_years(lines: Sequence[Line], asked: Asked) -> list[str]:
    """Write which figures of the chosen authorities are unusual."""
    return [
        f"{line.name} {year_said(point['period_end'], basis=asked.about['basis'])}"
        for line in lines
        if line.role == "chosen"
        for point in line.drawn
        if point.get("unusual")
    ]


def marks(looks: Collection[str]) -> list[str]:
    """Say what the bars of the rail mean that are drawn."""
    return [words for look, words in BARS.items() if look in looks]


def standing(version: str, seen: str) -> str:
    """Say how new the figures are: the data version, or the edition and when it came out."""
    came = f", published {published(seen)}" if seen else ""
    return f"Figures of the {version}{came}" if version.startswith("edition") else f"Data version {version}"


def credits(rows: pd.DataFrame, *, seen: str = "") -> tuple[tuple[str, ...], str]:
    """Name the publications of the figures, only the newest edition of each dated, and Ofsted's judgements.

    Parameters
    ----------
    rows
        Of `queries.compare.sources` or `queries.pictures.sources`.
    seen
        When the past edition came out that is drawn: no later judgement is.
    """
    found = rows.to_dict("records")
    judged = [max(row["published"]) for row in found if "Ofsted" in row["publisher"]]
    named = [
        f"{row['title']}, {row['publisher']}, published {published(max(row['published']))}"
        for row in found
        if "Ofsted" not in row["publisher"]
    ]
    ofsted = f"Ofsted's judgements, from its files and reports to {published(seen or max(judged))}" if judged else ""
    return tuple(named), ofsted


def source(credited: Credits, *, grades: bool, bars: bool) -> str:
    """Name whose figures and dates are drawn: with grades Ofsted's, with bars of interventions our register's."""
    named = [*credited.publications]
    named += [credited.judgements] if credited.judgements and (grades or credited.judged) else []
    named += [REGISTER] if bars or credited.registered else []
    return f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}." if named else ""


def stamp(credited: Credits, *, bars: bool) -> str:
    """Write licence, standing, data version and link."""
    own = " Headline by the user." if credited.edited else ""
    cause = f" {NO_CAUSE}" if bars else ""
    return f"{LICENCE}. {STANDING}{cause}{own} {credited.version} · {credited.link}"


def file_name(lines: Sequence[Line], asked: Asked, *, pixels: str, version: str, ending: str, draft: bool) -> str:
    """Write a file name that says what is in the picture, its size and the data version."""
    names = [line.name for line in lines if line.role in CHOSEN and line.drawn]
    where = "-".join(names) if len(names) <= 3 else f"{len(names)}-authorities"
    span = "-".join(dict.fromkeys(f"{when.year}" for when in _dates(lines, asked)))
    parts = [asked.about["indicator_id"], where, span,
             asked.measure.replace("published", ""), pixels, f"data-{version}", "draft" * draft]  # fmt: skip
    plain = [re.sub(r"[^a-z0-9]+", "-", part.lower().replace("'", "")).strip("-")[:70] for part in parts]
    return "_".join(part for part in plain if part) + f".{ending}"
