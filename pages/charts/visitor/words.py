"""What a visitor's own figures would change, in words: beside the published ones, in rank, and in the series."""

from collections.abc import Mapping, Sequence

from data.catalogue import Indicator, indicators
from data.kinds import Basis, Unit
from pages.charts.theme import STATUS_WORDS
from pages.charts.visitor.in_year import part
from pages.charts.visitor.lines import role
from pages.charts.visitor.written import written
from pages.charts.words import day, figure_of, signed
from queries.rows.visitor import WithPublished

Cells = dict[str, str]
NOT_COMPARED = {
    "month": "not compared: a month", "quarter": "not compared: a quarter", "ytd": "not compared: a part of a year",
    "rolling": "not compared: a year to another date",
}  # fmt: skip
SAME = 1e-9  # below which two figures differ by their arithmetic alone
FEWEST_BEFORE = 4  # figures, of which a range is said: three years are no series


def when(row: WithPublished, indicator: Indicator) -> str:
    """Write the period of a figure: what is counted on a day is at it."""
    if row.kind in ("month", "quarter", "ytd"):
        return part(row)
    kind = "snapshot" if indicator.basis is Basis.SNAPSHOT and row.kind == "year" else row.kind
    return {"year": "year to ", "rolling": "12 months to "}.get(kind, "at ") + day(row.period_end)


def by_date(rows: Sequence[WithPublished]) -> list[WithPublished]:
    """Put the figures of each measure and authority in the order of their dates, whatever that of the file."""
    places: dict[tuple[str, str], int] = {}
    for row in rows:
        places.setdefault((row.asked_code, row.indicator_id), len(places))
    return sorted(rows, key=lambda row: (places[row.asked_code, row.indicator_id], row.period_end))


def differences(rows: Sequence[WithPublished], names: Mapping[str, str]) -> list[Cells]:
    """Write own and published figures side by side.

    Parameters
    ----------
    rows
        Of `queries.visitor.with_published`.
    names
        Of authorities, by code.

    Returns
    -------
    list
        Authority, Measure, Period, Yours (DRAFT), Published, Difference, Within rounding?, England, Neighbours, but for
        those that are empty in every row. One row per figure, by date; what is not compared says why.
    """
    found = [_difference(row, indicators()[row.indicator_id], names) for row in by_date(rows)]
    held = {head for cells in found for head, cell in cells.items() if cell}
    return [{head: cell for head, cell in cells.items() if head in held} for cells in found]


def _difference(row: WithPublished, indicator: Indicator, names: Mapping[str, str]) -> Cells:
    cells = {
        "Authority": names[row.asked_code],
        "Measure": indicator.title,
        "Period": when(row, indicator),
        "Yours (DRAFT)": "no figure" if row.value is None else written(row.value, indicator),
    }
    if not row.comparable:
        why = NOT_COMPARED.get(row.kind, f"not compared: published {indicator.reference}")
        return cells | {"Published": why, "Difference": "", "Within rounding?": "", "England": "", "Neighbours": ""}
    return cells | {
        "Published": _published(row, indicator),
        "Difference": "" if row.difference is None else _signed(row.difference, indicator),
        "Within rounding?": "" if row.within_rounding is None else "yes" if row.within_rounding else "no",
        "England": _one_of_many(row.england_value, indicator),
        "Neighbours": _neighbours(row, indicator),
    }


def _one_of_many(value: float | None, indicator: Indicator) -> str:
    """Write a figure of many authorities; numbers of people are not set beside those of one."""
    return "" if value is None or indicator.unit.is_count else figure_of(value, indicator)


def _neighbours(row: WithPublished, indicator: Indicator) -> str:
    value = _one_of_many(row.neighbours_value, indicator)
    return f"{value} (median of {row.neighbours_of} of {row.neighbours_among})" if value else ""


def _published(row: WithPublished, indicator: Indicator) -> str:
    if row.published_status is None:
        return "none of this date"
    if row.published_status != "published":
        return STATUS_WORDS[row.published_status]
    joint = f" (joint return of {row.published_area}: not compared)" if row.joint else ""
    return figure_of(row.published_value, indicator) + joint


def _signed(value: float, indicator: Indicator) -> str:
    """Write a difference, with two more decimals where it would round to 0."""
    unit = "" if indicator.unit is Unit.NUMBER else indicator.unit
    small = abs(value) < 0.5 * 10.0**-indicator.decimals and value != 0
    return signed(value, unit=unit, decimals=indicator.decimals + 2 * small)


def effects(rows: Sequence[WithPublished], indicator: Indicator, name: str) -> list[str]:
    """Say what the newest own figure on a reported date would change.

    Parameters
    ----------
    rows
        Of `queries.visitor.with_published` for one measure and one authority.
    indicator
        The measure.
    name
        Of the authority.

    Returns
    -------
    list of str
        Plain sentences, without a judgement; one that says why where there is nothing to compare.
    """
    on_dates = [row for row in rows if role(row, indicator) == "own"]
    if not on_dates:
        return [f"None of your figures of {name} is of a published date ({indicator.reference}): none is compared."]
    row = max(on_dates, key=lambda row: row.period_end)
    head = f"Your figure for {name}, {when(row, indicator)}, is {written(row.value, indicator)}."
    return [head, *_beside(row, indicator), *_rank(row), *_trend(row, indicator)]


def _beside(row: WithPublished, indicator: Indicator) -> list[str]:
    if row.joint and row.published_area is None:
        return ["The published figures before it are those of a joint return: they are not compared with yours."]
    if row.joint:
        whose = f"that of a joint return ({row.published_area})"
        return [f"The published figure is {whose}: it is not compared with yours."]
    if row.published_status is None:
        return ["No figure of this date has been published yet."]
    if row.difference is None:
        return [f"No figure of this date is published: {STATUS_WORDS[row.published_status]}."]
    published = figure_of(row.published_value, indicator)
    if row.within_rounding:
        return [f"It agrees with the published {published}, within rounding."]
    return [f"The published figure is {published}: yours differs by {_signed(row.difference, indicator)}."]


def _rank(row: WithPublished) -> list[str]:
    if row.own_rank is None:
        return []
    among = f"rank {row.own_rank} of {row.own_ranked_of} (1 = the lowest) among the figures of {day(row.ranked_on)}"
    if row.published_rank is None:
        return [f"It would have {among}."]
    if row.published_rank == row.own_rank:
        return [f"It would leave the rank as it is: {among}."]
    return [f"It would give {among}; the published figure has rank {row.published_rank}."]


def _moved(row: WithPublished, indicator: Indicator) -> str:
    """Say how far it is from the last published figure before it."""
    if row.before_value is None or row.change is None:
        return f"The published figure of {day(row.before_end)} rounds to 0: no change is worked out."
    before = f"the published {figure_of(row.before_value, indicator)} of {day(row.before_end)}"
    moved = "the same as" if abs(row.change) < SAME else f"{_signed(row.change, indicator)} from"
    return f"That is {moved} {before}." + (" A change of more than 40%: please check it." if row.large else "")


def _trend(row: WithPublished, indicator: Indicator) -> list[str]:
    if row.before_end is None or row.joint:
        return []
    if row.broken:
        return ["A break in the series lies before it: no change is worked out."]
    said = [_moved(row, indicator)]
    if row.newest_before_end != row.before_end:
        since = f"{day(row.newest_before_end)} is not given: {STATUS_WORDS[row.newest_before_status or '']}"
        said.append(f"That figure is not the newest before it: the one of {since}.")
    if (row.figures_before or 0) >= FEWEST_BEFORE:
        said.append(_range(row))
    return said


def _range(row: WithPublished) -> str:
    """Say where it lies among all figures since the last break."""
    if row.as_high_on is None:
        return f"It would be higher than every figure before it, back to {day(row.since)}."
    if row.as_low_on is None:
        return f"It would be lower than every figure before it, back to {day(row.since)}."
    return f"It would be within the range of the series since {day(row.since)}."
