"""What is said around a comparison: its heading, and what was left out and why."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pages.charts.comparison.axes import beyond
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.ranks import EXPLAINED
from pages.charts.words import listed
from pages.charts.years import measured

STRIP = (
    "One stroke for each authority with a figure; a joint return counts once, and very small authorities are left out. "
    f"{EXPLAINED}"
)
FEW = 3  # authorities that a title names
RELATED = ("correlation_low", "correlation_high")
APART = {
    "%": "in percentage points", "number": "as a number", "FTE": "full-time equivalent", "£": "in pounds",
    "cases": "in cases",
}  # fmt: skip


def title(names: Sequence[str], asked: Asked) -> str:
    """Head the comparison: the indicator, and who is compared."""
    what = asked.about["title"]
    if asked.measure == "against":
        what = f"{what} against {asked.other['title'][0].lower()}{asked.other['title'][1:]}"
    return f"{what}: {listed(names) if len(names) <= FEW else f'{len(names)} local authorities'}"


def apart(about: Mapping[str, Any]) -> str:
    """Say in what a difference of two figures is counted: 'in percentage points', 'per 10,000 children'."""
    unit = str(about["unit"])
    return "per 10,000 children" if unit == "per 10,000" else APART.get(unit, f"in {unit}")


def subtitle(asked: Asked) -> str:
    """Say what is drawn: the measure, its unit, where, and on which dates."""
    about = asked.about
    figure = f"{measured(about)}. Local authorities in England."
    return {
        "published": figure,
        "difference": f"Difference from England's published figure, {apart(about)}. {figure}",
        "index": f"Index: the figure of {asked.base} is 100. {figure}",
        "rank": "Rank among the authorities with a figure on the same date: 1 is the lowest figure, and higher on the "
        f"chart is a higher figure. Very small authorities are left out; a joint return counts once. {figure}",
        "since": f"By years since government intervention {asked.event} in each authority: the latest spell in "
        f"children's social care whose date is known. {figure}",
        "against": f"Up: {measured(about)}. Across: {measured(asked.other)}. Both axes start at 0; the two figures of "
        "a point have the same calendar year. "
        "Local authorities in England.",
    }[asked.measure]


def sentences(
    names: Mapping[str, str],
    rows: pd.DataFrame,
    chosen: Sequence[str],
    groups: pd.DataFrame,
    lines: Sequence[Line],
    asked: Asked,
) -> list[str]:
    """Say why nothing can be drawn, or else who is left out and why.

    Parameters
    ----------
    names
        Of the chosen authorities, by area code.
    rows
        Of the question that was asked.
    chosen
        Ids of the chosen groups.
    groups
        Rows of `queries.compare.groups`.
    lines
        What is drawn.
    asked
        How the comparison is asked for.
    """
    if asked.refused:
        return [asked.refused]
    out = [f"{name} is very small: its figures leave the axis, see the table." for name in beyond(lines, asked)]
    return [
        *left_out(names, rows, lines, asked),
        *groups_left_out(chosen, groups, lines, asked),
        *(_related(rows) if asked.measure == "against" else out),
    ]


def _related(rows: pd.DataFrame) -> list[str]:
    """Say how close the two figures of all authorities are to a line, and what that does not show."""
    others = rows[(rows["role"] == "context") & rows["correlation"].notna()]
    if not len(others):
        return []
    row = others.iloc[0]
    r, low, high = (f"{row[name]:.2f}".replace("-", "−") for name in ("correlation", *RELATED))
    return [
        f"{row['year']}, all {row['correlated']} authorities that report both figures, very small ones left out: "
        f"correlation r = {r} (95% interval {low} to {high}; 1 or −1 is a straight line, 0 none). Each authority "
        "counts the same, it is one year alone, and it does not show that one causes the other."
    ]


def caption(asked: Asked) -> str:
    """Head the table of what is drawn."""
    view = {"difference": "difference from England", "index": f"index, {asked.base} = 100", "rank": "rank, 1 = lowest",
            "since": f"by years since intervention {asked.event}"}.get(asked.measure, "as published")  # fmt: skip
    if asked.measure == "against":
        return f"{asked.about['title']} and {asked.other['title']}, pairs of the same calendar year"
    return f"{measured(asked.about)}: {view}"


def remark(asked: Asked) -> str:
    """Explain what the table of a comparison holds, where it needs it: ranks and their ranges."""
    return f"{EXPLAINED} The range is given for the newest date alone." if asked.measure == "rank" else ""


def left_out(names: Mapping[str, str], rows: pd.DataFrame, lines: Sequence[Line], asked: Asked) -> list[str]:
    """Say which of the chosen have no line, and why.

    Parameters
    ----------
    names
        Of the chosen authorities, by area code.
    rows
        Of the question that was asked.
    lines
        What is drawn of them.
    asked
        How the comparison is asked for.

    Returns
    -------
    list of str
        One sentence for each reason.
    """
    drawn = {point.asked_code for line in lines if line.drawn for point in line.points if point.asked_code}
    reasons: dict[str, list[str]] = {}
    for code, name in names.items():
        if code not in drawn:
            own = rows[(rows["role"] == "chosen") & (rows["asked_code"] == code)]
            reasons.setdefault(_reason(own, asked), []).append(name)
    return [f"{listed(missing)}: {reason}; left out." for reason, missing in reasons.items()]


def _reason(own: pd.DataFrame, asked: Asked) -> str:
    if asked.measure == "since" and (not len(own) or own["recorded_on"].isna().all()):
        return f"no known date on which intervention {asked.event}"
    if asked.measure == "against" and len(own) and own["position"].iloc[0] > IN_ONE_CHART:
        return f"one against another draws the first {IN_ONE_CHART} authorities"
    if asked.measure == "rank" and len(own) and own["tiny"].any():
        return "very small, so without a rank"
    if asked.measure == "index" and len(own) and own["value"].notna().any():
        return f"no figure of {asked.base} to compare with"
    if len(own) and own["value"].isna().all() and (own["status"] != "not_available").any():
        return f"no figure in these years ({REASONS[own['status'].mode().iloc[0]]})"
    return "no figure in these years"


def groups_left_out(chosen: Sequence[str], groups: pd.DataFrame, lines: Sequence[Line], asked: Asked) -> list[str]:
    """Say why groups that were chosen are not drawn."""
    if asked.past:
        return ["Groups are not kept for past editions: they are drawn with the newest figures only."] if chosen else []
    if chosen and asked.measure in ("rank", "since", "against"):
        view = {"rank": "a rank", "since": "years since an event", "against": "one against another"}[asked.measure]
        return [f"Averages of groups are not drawn for {view}."]
    drawn = {point.group_id for line in lines for point in line.points if point.group_id}
    undrawn = groups[~groups["group_id"].isin(drawn)]
    sentences = [
        f"{name}: {listed(sorted({REASONS.get(status, status) for status in own['shown_status']}))}; left out."
        for name, own in undrawn.groupby("group_name", sort=False)
    ]
    without = len(set(chosen)) - groups["group_id"].nunique()
    return sentences + (["A group without any authority that has a row is left out."] if without else [])
