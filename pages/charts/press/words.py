"""What stands around a picture: its neutral title, subtitle, notes, source, stamp, file name and alternative text."""

import re
from collections.abc import Sequence

import pandas as pd

from pages.charts.comparison import words as comparison_words
from pages.charts.comparison.axes import beyond
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.press.content import Row
from pages.charts.press.lettering import NO_BREAK
from pages.charts.words import day, figure, listed, lowered, published, year_said

LICENCE = "Open Government Licence v3.0"
STANDING = "Independent tool, not official statistics."
NO_CAUSE = "Bars show when things happened, not that one caused the other."
LONGEST = 250  # characters of an alternative text


def years(lines: Sequence[Line]) -> str:
    """Write the years that the lines span."""
    found = sorted({point["period_end"].year for line in lines for point in line.points})
    return "" if not found else f"{found[0]} to {found[-1]}" if found[0] != found[-1] else str(found[0])


def neutral(lines: Sequence[Line], names: Sequence[str], asked: Asked) -> str:
    """Head a picture with its topic, places and years, and no finding."""
    where = listed(list(names)) if len(names) <= 3 else f"{len(names)} local authorities"
    span = years(lines)
    return f"{asked.about['title']}: {where}" + (f", {span.replace(' ', NO_BREAK)}" if span else "")


def subtitle(asked: Asked) -> str:
    """Say what is drawn: the measure with its denominator and unit, and its reference date."""
    about = asked.about
    plain = f"{about['measure']}, {about['reference']}"
    return {
        "difference": f"Difference from England in {comparison_words.UNITS.get(about['unit'], about['unit'])}. {plain}",
        "index": f"Index, {asked.base} = 100. {plain}",
        "rank": f"Rank among authorities, 1 = lowest figure. {plain}",
    }.get(asked.measure, plain)


def notes(
    lines: Sequence[Line], asked: Asked, names: Sequence[str], rows: Sequence[Row], *, context: bool, cuts: int
) -> tuple[str, ...]:
    """Say what the marks mean that a reader cannot know."""
    drawn = {point.get("asked_name") for line in lines if line.drawn for point in line.points}
    without = [name for name in names if name not in drawn]
    said = [f"{listed(without)}: nothing to draw in these years."] if without else []
    unusual = _unusual(lines, asked)
    said += [f"Circled: unusual value, use with care ({listed(unusual)})."] if unusual else []
    joint = [line.name for line in lines if line.role == "chosen"
             and any(point.get("area_level") == "joint return" for point in line.points)]  # fmt: skip
    said += [
        f"{listed([name.removesuffix(' (joint return)') for name in joint])}: joint return of two authorities."
    ] * bool(joint)
    tiny = [line.name for line in lines if line.role == "chosen" and line.tiny]
    said += [f"{listed(tiny)}: very small numbers, figures move a lot by chance."] if tiny else []
    out = beyond(lines, asked)
    said += [f"{listed(out)}: figures beyond the axis are not drawn."] if out else []
    dated = [(line.name, line.points[0]) for line in lines if asked.measure == "since" and line.role == "chosen"]
    said += [
        f"{name}: intervention {asked.event} {day(first['recorded_on'], first['precision'])}." for name, first in dated
    ]
    said += ["Vertical axis does not start at zero."] if asked.measure == "index" else []
    said += ["Grey lines: the other authorities."] if context else []
    said += ["Lines do not cross a break in the series."] if cuts else []
    looks = {span.look for row in rows for span in row.spans}
    said += ["Hatched: only the year is known."] if "unsure" in looks else []
    said += ["Pale, hatched: in force when last reported."] if "open" in looks else []
    said += ["?: end not known."] if "unknown" in looks else []
    return (" ".join(said),) if said else ()


def _unusual(lines: Sequence[Line], asked: Asked) -> list[str]:
    return [
        f"{line.name} {year_said(point['period_end'], basis=asked.about['basis'])}"
        for line in lines
        if line.role == "chosen"
        for point in line.drawn
        if point.get("unusual")
    ]


def source(rows: pd.DataFrame, *, register: bool) -> str:
    """Name the publications: rows of `queries.compare.sources`; only the newest edition of each is dated."""
    found = rows.to_dict("records")
    judged = [max(row["published"]) for row in found if "Ofsted" in row["publisher"]]
    named = [
        f"{row['title']}, {row['publisher']}, published {published(max(row['published']))}"
        for row in found
        if "Ofsted" not in row["publisher"]
    ]
    if judged:
        named.append(f"Ofsted's judgements, from its files and reports to {published(max(judged))}")
    ours = ["our register of interventions, compiled from published documents"] if register else []
    return f"{'Source' if len(named) + len(ours) == 1 else 'Sources'}: {'; '.join([*named, *ours])}."


def stamp(*, version: str, link: str, edited: bool, register: bool) -> str:
    """Write licence, standing, data version and link."""
    own = " Headline by the user." if edited else ""
    return f"{LICENCE}. {STANDING}{' ' + NO_CAUSE if register else ''}{own} Data version {version} · {link}"


def file_name(lines: Sequence[Line], asked: Asked, *, pixels: str, version: str, ending: str, draft: bool) -> str:
    """Write a file name that says what is in the picture, its size and the data version."""
    names = [line.name for line in lines if line.role in ("chosen", "own")]
    where = "-".join(names) if len(names) <= 3 else f"{len(names)}-authorities"
    parts = [asked.about["indicator_id"], where, years(lines).replace(" to ", "-"),
             asked.measure.replace("published", ""), pixels, f"data-{version}", "draft" * draft]  # fmt: skip
    plain = [re.sub(r"[^a-z0-9]+", "-", part.lower().replace("'", "")).strip("-")[:70] for part in parts]
    return "_".join(part for part in plain if part) + f".{ending}"


def alternative(lines: Sequence[Line], names: Sequence[str], asked: Asked, finding: str, rows: Sequence[Row]) -> str:
    """Describe a picture in 250 characters at most: kind, measure, places, years, finding, events, gaps.

    Parameters
    ----------
    lines, asked
        What is drawn.
    names
        Of the chosen authorities.
    finding
        The headline if a rule wrote it, else empty: then the last figures are said.
    rows
        Of the rail.
    """
    with_england = [*names, *["England"] * any(line.role == "england" for line in lines)]
    places = listed(with_england) if len(with_england) <= 4 else f"{len(with_england)} places"
    begun = f"Line chart of {lowered(asked.about['title'])}, {counted_in(asked)}, for {places}, {years(lines)}."
    told = [line for line in lines if line.role in ("chosen", "own", "england") and line.drawn]
    dated = len({line.end(asked)["period_end"] for line in told}) > 1
    ends = [f"{line.name} {_end(line, asked, dated=dated)}" for line in told]
    fits = finding and len(begun) + len(finding) + 2 <= LONGEST
    parts = [finding + "." if fits else f"Last figures: {'; '.join(ends[:4])}." if ends else "No figures."]
    odd = _unusual(lines, asked)
    parts += [f"Unusual: {'; '.join(odd[:2])}{' and more' if len(odd) > 2 else ''}."] if odd else []
    parts += ["Periods of government intervention are marked."] if any(not row.grades for row in rows) else []
    gaps = [f"{line.name} {point['period_end'].year}: {REASONS[point['shown_status']]}"
            for line in lines if line.role in ("chosen", "own") for point in line.gaps]  # fmt: skip
    parts += [f"Gaps: {'; '.join(gaps[:2])}{' and more' if len(gaps) > 2 else ''}."] if gaps else []
    text = begun
    for part in parts:
        if len(text) + len(part) + 1 <= LONGEST:
            text = f"{text} {part}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def counted_in(asked: Asked) -> str:
    """Name what the vertical axis counts."""
    about = asked.about
    unit = str(about["unit"])
    return {
        "difference": "difference from England",
        "index": f"index, {asked.base} = 100",
        "rank": "rank, 1 = lowest",
    }.get(asked.measure, {"%": "per cent", "£": "pounds"}.get(unit, unit))


def _end(line: Line, asked: Asked, *, dated: bool) -> str:
    """Write the last figure of a line, and its year where those of the lines differ."""
    end = line.end(asked)
    written = asked.written(end["shown"], row=end)
    if asked.measure in ("published", "since"):
        written = figure(end["shown"], end["status"], unit=asked.about["unit"], decimals=asked.about["decimals"])
    return written + f" ({year_said(end['period_end'], basis=asked.about['basis'])})" * dated
