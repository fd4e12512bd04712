"""The key of a timeline: every mark that is drawn, and none that is not, in words."""

from dataclasses import dataclass

import pandas as pd

from pages.charts import theme
from pages.charts.timeline.panel import styles
from pages.charts.timeline.visits import KINDS, SIGNS


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a key: a line (colour, dash, marker) or a sign, and what it means."""

    words: str
    sign: str = ""
    color: str = theme.TEXT
    dash: str = ""
    symbol: str = ""


def key(
    name: str, *, phases: pd.DataFrame, ribbon: pd.DataFrame, trend: pd.DataFrame, visits: pd.DataFrame
) -> list[Entry]:
    """List the marks of a timeline.

    Parameters
    ----------
    name
        Of the authority.
    phases, ribbon, trend, visits
        The rows that the timeline draws.

    Returns
    -------
    list of Entry
        Lines first, then signs, then the inspection frameworks spelt out.
    """
    joint = trend[(trend["role"] == "chosen") & (trend["area_level"] == "joint return")]["area_name"].unique()
    own = name + (f" (workforce: joint return of {joint[0]})" if len(joint) else "")
    lines = [Entry(words=own, color=theme.CHOSEN, dash="solid", symbol="circle")]
    lines += [
        Entry(words=_averaged(label, trend), color=look["color"], dash=look["dash"], symbol=look["symbol"])
        for label, look in styles(trend.drop_duplicates(["role", "area_name"]).to_dict("records")).items()
    ]
    return lines + _signs(phases, ribbon, trend) + visit_signs(visits) + _frameworks(ribbon)


def visit_signs(rows: pd.DataFrame) -> list[Entry]:
    """List the signs of the kinds of visits that occur: rows of `queries.ofsted.visits`."""
    return [Entry(sign=SIGNS[look], words=words) for look, words in KINDS.items() if look in set(rows["look"])]


def _averaged(label: str, trend: pd.DataFrame) -> str:
    averaged = trend[trend["role"] == "neighbours"].sort_values("period_end")
    if label != "Neighbours" or not len(averaged):
        return label
    newest = averaged.iloc[-1]
    return f"Neighbours: median of {newest['averaged']} of {newest['averaged_of']} statistical neighbours"


def _signs(phases: pd.DataFrame, ribbon: pd.DataFrame, trend: pd.DataFrame) -> list[Entry]:
    chosen = trend[trend["role"] == "chosen"]
    by_year = (phases["began_precision"] == "year") | (phases["ended_precision"] == "year")
    wanted = {
        "&#9711;|unusual value, see the notes": trend["unusual"].any(),
        "&#9675;|rounds to 0": (trend["status"] == "rounds_to_zero").any(),
        "&#9639;|hatched dark: only the year is known": by_year.any(),
        "&#9638;|hatched pale: in force when last reported": (phases["state"] == "in_force").any(),
        "?|end not known": (phases["state"] == "end_unknown").any(),
        "&#9474;|inspected": ribbon["inspected_on"].notna().any(),
        "&#9478;|intervention or trust began or ended": len(phases) > 0,
    }
    signs = [
        Entry(sign=sign, words=words)
        for (sign, _, words), on in ((k.partition("|"), v) for k, v in wanted.items())
        if on
    ]
    withheld = [
        status for status in theme.STATUS_SYMBOLS if status in set(chosen["status"]) and status != "rounds_to_zero"
    ]
    return signs + [Entry(sign=f"[{theme.STATUS_SYMBOLS[s]}]", words=theme.STATUS_WORDS[s]) for s in withheld]


def _frameworks(ribbon: pd.DataFrame) -> list[Entry]:
    used = {framework.split(" ")[0] for framework in ribbon["framework"]}
    return [Entry(sign=short, words=words) for short, words in theme.FRAMEWORKS.items() if short in used]
