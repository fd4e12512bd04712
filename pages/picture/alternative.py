"""A picture in words, for those who do not see it."""

from collections.abc import Sequence

from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.said import drawn_words
from pages.charts.comparison.words import drawn_as
from pages.charts.words import listed, lowered
from pages.picture.plot import CHOSEN
from pages.picture.words import names_drawn, unusual_years, years

LONGEST = 250  # characters of an alternative text


def alternative(
    lines: Sequence[Line], names: Sequence[str], asked: Asked, finding: str, *, bars: bool, claims: str = ""
) -> str:
    """Describe a picture in 250 characters at most: kind, measure, places, years, finding, events, gaps.

    Parameters
    ----------
    lines, asked
        What is drawn.
    names
        Of the chosen authorities.
    finding
        The headline if a rule wrote it, else empty: then the last figures are said.
    bars
        Whether bars of interventions are drawn.
    claims
        Which claims are marked, in a sentence; where it is too long, that there are some is said.
    """
    with_england = [*names_drawn(lines, names), *["England"] * any(line.role == "england" for line in lines)]
    places = listed(with_england) if len(with_england) <= 4 else f"{len(with_england)} places"
    since = f", {drawn_as(asked)}" if asked.measure == "since" else ""
    what = f"{lowered(asked.about.title)}, {counted_in(asked)}{since}"
    begun = f"Line chart of {what}, for {places}, {years(lines, asked)}."
    ends = [f"{line.name} {_end(line, asked)}" for line in lines if line.role in (*CHOSEN, "england") and line.drawn]
    fits = finding and len(begun) + len(finding) + 2 <= LONGEST
    parts = [finding + "." if fits else f"Last figures: {'; '.join(ends[:4])}." if ends else "No figures."]
    room = len(" ".join([begun, *parts, claims])) <= LONGEST
    parts += [claims if room else "Claims, not official figures, are marked."] if claims else []
    odd = unusual_years(lines, asked)
    parts += [f"Unusual: {'; '.join(odd[:2])}{' and more' if len(odd) > 2 else ''}."] if odd else []
    parts += ["Periods of government intervention are marked."] if bars else []
    gaps = [f"{line.name} {asked.year(point.period_end)}: {REASONS[point.shown_status]}"
            for line in lines if line.role in CHOSEN for point in line.gaps]  # fmt: skip
    parts += [f"Gaps: {'; '.join(gaps[:2])}{' and more' if len(gaps) > 2 else ''}."] if gaps else []
    text = begun
    for part in parts:
        if len(text) + len(part) + 1 <= LONGEST:
            text = f"{text} {part}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def counted_in(asked: Asked) -> str:
    """Name what the vertical axis counts."""
    unit = asked.about.unit
    if asked.measure in ("difference", "index", "rank"):
        return drawn_as(asked)
    return {"%": "per cent", "£": "pounds"}.get(unit, unit)


def _end(line: Line, asked: Asked) -> str:
    """Write the last figure of a line with its year."""
    end = line.end(asked)
    return f"{drawn_words(end, asked)} ({asked.year(end.period_end)})"
