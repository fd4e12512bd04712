"""What must be known of the figures, events, groups and breaks of a comparison, in sentences."""

from collections.abc import Iterable, Sequence

import pandas as pd

from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.words import day, listed


def notes(rows: pd.DataFrame, lines: Sequence[Line], breaks: pd.DataFrame, asked: Asked) -> list[str]:
    """Write what must be known of single figures, joint returns, events, groups and breaks."""
    if asked.refused:
        return []
    chosen = rows[(rows["role"] == "chosen") & rows["period_end"].notna()]
    noted = chosen[chosen["note"] != ""]
    found = [
        f"{name}, {_years(own['period_end'], asked)}: {note}"
        for (name, note), own in noted.groupby(["asked_name", "note"], sort=False)
    ]
    gaps = chosen[(chosen["shown"] if "shown" in chosen else chosen["value"]).isna() & (chosen["note"] == "")]
    found += [
        f"{name}, {_years(own['period_end'], asked)}: {REASONS[str(status)]}."
        for (name, status), own in gaps.groupby(["asked_name", _status(gaps)], sort=False)
    ]
    return [
        *found,
        *_nationwide(rows, lines, asked),
        *_joint(chosen, asked),
        *_events(rows, asked),
        *_groups(lines),
        *_cuts(breaks, asked),
    ]


def _status(rows: pd.DataFrame) -> str:
    return "shown_status" if "shown_status" in rows else "status"


def _nationwide(rows: pd.DataFrame, lines: Sequence[Line], asked: Asked) -> list[str]:
    """Write what concerns every authority, and what concerns England's figure where that is drawn."""
    drawn = any(line.role == "england" for line in lines)
    noted = rows[(rows["role"] == "england") & (rows["note"] != "")]
    return [
        f"England, {_years(own['period_end'], asked)}: {note}"
        for note, own in noted.groupby("note", sort=False)
        if drawn or "(All authorities.)" in str(note)
    ]


def _cuts(breaks: pd.DataFrame, asked: Asked) -> list[str]:
    titles = {each["indicator_id"]: each["title"] for each in (asked.about, asked.other)}
    return [
        f"{titles[row['indicator_id']]}, break in series between {day(row['from_period_end'])} and "
        f"{day(row['to_period_end'])}: {row['detail']}"
        for row in breaks.to_dict("records")
    ]


def _years(dates: Iterable[pd.Timestamp], asked: Asked) -> str:
    """Write the years of some dates: those that follow one another by the first and the last."""
    runs: list[list[pd.Timestamp]] = []
    for when in sorted(set(dates)):
        if runs and when.year == runs[-1][-1].year + 1:
            runs[-1].append(when)
        else:
            runs.append([when])
    ends = [(asked.year(run[0]), asked.year(run[-1])) for run in runs]
    return listed([first if first == last else f"{first} to {last}" for first, last in ends])


def _joint(chosen: pd.DataFrame, asked: Asked) -> list[str]:
    joint = chosen[(chosen["area_level"] == "joint return") & ~chosen["note"].str.contains("joint")]
    return [
        f"{name}: from {asked.year(own['period_end'].min())} the figures are those of the joint return of {area}, "
        "not of this authority alone."
        for (name, area), own in joint.groupby(["asked_name", "area_name"], sort=False)
    ]


def _events(rows: pd.DataFrame, asked: Asked) -> list[str]:
    if asked.measure != "since":
        return []
    dated = rows[(rows["role"] == "chosen") & rows["recorded_on"].notna()].drop_duplicates("asked_code")
    return [
        f"{row['asked_name']}: intervention {asked.event} {day(row['recorded_on'], row['precision'])}"
        + (" (only the year is known: put at its middle, so up to half a year off)" * (row["precision"] == "year"))
        + (f"; the latest of {row['earlier_events'] + 1} spells with a known date" * (row["earlier_events"] > 0))
        + "."
        for row in dated.to_dict("records")
    ]  # fmt: skip


ALIKE = (
    "The authorities of a group like another are the same on every date: those that there are now. Grade is the Ofsted "
    "grade in force on the newest day held; size the number of children aged 0 to 17; deprivation the average score of "
    "the index of income deprivation affecting children."
)


def _groups(lines: Sequence[Line]) -> list[str]:
    groups = [point for line in lines if line.role == "group" for point in line.points]
    ids = {point.group_id for point in groups}
    said = []
    if any(point.basis == "median" for point in groups):
        said.append(
            "The figure of a group is the median of its authorities that have one, each counting the same. 'Median of "
            "9 of 10' says of how many it is, and how many there are: one has no figure. A joint return counts once."
        )
    if any(point.basis == "weighted mean" for point in groups):
        said.append(
            "The weighted mean of a group is weighted by the denominators of its authorities' figures, so large ones "
            "count for more; an authority without a figure or a denominator is left out. A joint return counts once."
        )
    if any(point.basis == "mean" for point in groups):
        said.append("The mean of a count is the plain mean of the authorities that have a figure.")
    if ids & {"kind", "grade", "size", "deprivation"}:
        said.append(ALIKE)
    if ids & {"inadequate", "other-grade"}:
        said.append(
            "The judgement at a date is the grade of the last inspection published by then: overall effectiveness, "
            "before November 2013 safeguarding or child protection. The authorities in it differ from year to year. "
            "One whose last inspection gave no overall grade, as all do since April 2026, is in neither group, even "
            "where an area of it was judged inadequate."
        )
    if ids & {"under-intervention", "no-intervention"}:
        said.append(
            "Under intervention at a date: a spell in our register known to be in force then. Where the end of a spell "
            "is not known, it counts until its last evidenced step; after that the authority is in neither group."
        )
    return said
