"""Headlines that are true or absent: what may be said of the years shown was found in the build, here it is said.

The rules are those of the Government Analysis Function for charts (one finding, active, no cause), kept from saying
more than the figures do: `etl/schema/findings.sql` holds them, and this module adds none.
"""

from collections.abc import Sequence
from datetime import date

from pages.charts.comparison.compared import Asked, Line
from pages.charts.words import listed, lowered, short_figure, year_said, years_said
from queries.rows.pictures import Finding

MOST_TOGETHER = 3  # authorities in one sentence


def headline(lines: Sequence[Line], asked: Asked, findings: Sequence[Finding], *, of: int) -> str:
    """Write a finding, or nothing.

    Parameters
    ----------
    lines
        As of `pages.charts.comparison.compare.compared_lines`.
    asked
        How the comparison is asked for.
    findings
        Rows of `queries.pictures.findings` for the chosen authorities and the indicator.
    of
        How many authorities were chosen: nothing is said of some of them alone.

    Returns
    -------
    str
        For one authority its change with both figures, for two or three that changed alike what they share, with
        England's change where that was alike; empty where there is no finding for all of them.
    """
    chosen = [line for line in lines if line.role == "chosen"]
    drafted = any(line.role == "own" for line in lines)
    if asked.measure != "published" or not 1 <= len(chosen) <= MOST_TOGETHER or len(chosen) != of or drafted:
        return ""
    by_window = {(row.area_code, row.from_period_end, row.to_period_end): row for row in findings}
    found = [row for line in chosen if (row := by_window.get(_window(line)))]
    return sentence([line.name for line in chosen], found, asked) if len(found) == len(chosen) else ""


def sentence(names: Sequence[str], found: Sequence[Finding], asked: Asked) -> str:
    """Say the findings of one to three authorities, one each in the order of their names; nothing if they differ."""
    said = _one(names[0], found[0], asked) if len(found) == 1 else _several(names, found, asked)
    return said and said + _england(found, asked)


def _window(line: Line) -> tuple[str, date, date]:
    """Name the window of years that a line shows; of a line whose figures are of two areas nothing is found."""
    areas = {point.area_code for point in line.points}
    first, last = line.points[0].period_end, line.points[-1].period_end
    return areas.pop() if len(areas) == 1 else "", first, last


def _one(name: str, found: Finding, asked: Asked) -> str:
    basis = asked.about.basis
    what = f"{name}: {lowered(asked.about.title)}"
    first, last = found.base_period_end, found.to_period_end
    if found.peak:
        was = f"{_written(found.base_value, asked)}{_per(asked)} in {_year(first, basis)}"
        return f"{what} fell from a peak of {was} to {_written(found.value, asked)} in {_year(last, basis)}"
    return f"{what} {_moved(found)} {_from_to(found.base_value, found.value, asked)}, " + years_said(
        first, last, basis=basis
    )


def _several(names: Sequence[str], found: Sequence[Finding], asked: Asked) -> str:
    dates = {(one.base_period_end, one.to_period_end) for one in found}
    moved = {_moved(one) for one in found}
    if len(dates) != 1 or len(moved) != 1 or any(one.peak for one in found):
        return ""
    years = years_said(*dates.pop(), basis=asked.about.basis)
    return f"{asked.about.title} {moved.pop()} in {listed(names)}, {years}"


def _england(found: Sequence[Finding], asked: Asked) -> str:
    """Tell what England did too: without it a reader takes the change for one of the place."""
    alike = [(one.england_base, one.england_value) for one in found]
    was, now = next(((a, b) for a, b in alike if a is not None and b is not None), (None, None))
    if was is None or now is None:
        return ""
    return f", while England's {'rose' if now > was else 'fell'} {_from_to(was, now, asked)}"


def _moved(found: Finding) -> str:
    return "rose" if found.value > found.base_value else "fell"


def _from_to(was: float, now: float, asked: Asked) -> str:
    return f"from {_written(was, asked)} to {_written(now, asked)}{_per(asked)}"


def _written(value: float, asked: Asked) -> str:
    return short_figure(value, unit=asked.about.unit, decimals=asked.about.decimals)


def _per(asked: Asked) -> str:
    return " per 10,000" if asked.about.unit == "per 10,000" else ""


def _year(when: date, basis: str) -> str:
    said = year_said(when, basis=basis)
    return f"the {said}" if said.startswith("year") else said
