"""The before and after view in words: its events, why it refuses, what it found, and what must be known of it."""

from typing import Any

import pandas as pd

from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day, signed
from pages.charts.years import measured

ENOUGH = 2
FEW_PLACEBOS = 20
STEEP = 0.1
PANDEMIC = (pd.Timestamp(2020, 3, 1), pd.Timestamp(2021, 3, 31))
NO_EVENT = "no-event"
STANDING = "This shows when figures moved, not why."


def event_labels(events: pd.DataFrame) -> dict[str, str]:
    """Name the events to choose from, by id; one that says so where there is none."""
    named = {
        str(row["event_id"]): event_words(row)
        + ("" if min(row["points_before"], row["points_after"]) >= ENOUGH else " – too few figures")
        for row in events.to_dict("records")
    }
    return named or {NO_EVENT: "No dated event is known"}


def event_words(event: dict[str, Any]) -> str:
    """Write an event with its date, as exactly as it is known."""
    approximate = "" if event["date_precision"] == "day" else " (approximate)"
    return f"{event['title']}, {day(event['first_on'], event['date_precision'])}{approximate}"


def event(events: pd.DataFrame, id: str) -> dict[str, Any]:
    """Return one event; where there is none, one long before all figures."""
    found = events[events["event_id"] == id].to_dict("records")
    if not found:
        never = pd.Timestamp(1900, 1, 1)
        return {"event_id": NO_EVENT, "first_on": never, "last_on": never, "date_precision": "day", "title": "No event"}
    return {str(key): value for key, value in found[0].items()}


def between(event: dict[str, Any]) -> dict[str, str]:
    """Return the days between which an event lies, as questions take them."""
    return {"event_from": f"{event['first_on']:%Y-%m-%d}", "event_to": f"{event['last_on']:%Y-%m-%d}"}


def subtitle(about: dict[str, Any], event: dict[str, Any]) -> str:
    """Say what is shown: the measure, its reference date, and the event."""
    counted = "" if event["event_id"] == NO_EVENT else f" By years since: {event_words(event)}."
    return f"{measured(about)}.{counted} {STANDING}"


def during(events: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the events, rows of `queries.events`, that lie between the first and the last date shown."""
    return events[(events["event_on"] >= rows["period_start"].min()) & (events["event_on"] <= rows["period_end"].max())]


def years(rows: pd.DataFrame) -> dict[str, int]:
    """Return the first and the last year shown; there are rows wherever the page is not refused."""
    dates = rows["period_end"]
    return {"first": dates.min().year, "last": dates.max().year}


def members(group: pd.DataFrame) -> list[str]:
    """Return the area codes of the comparison group."""
    return list(group.loc[group["place"] == "in the group", "area_code"])


def refusal(
    rows: pd.DataFrame,
    breaks: pd.DataFrame,
    *,
    name: str,
    tiny: bool,
    joint: str | None,
    about: dict[str, Any],
    event: dict[str, Any],
) -> str:
    """Say in one sentence why nothing can be shown, or nothing where it can.

    Parameters
    ----------
    rows, breaks
        Rows of `queries.before_after.differences` and `queries.breaks`.
    name, tiny, joint
        Of the authority: its name, whether it is very small, and the joint return it is part of.
    about, event
        A row of `queries.indicators`, and an event as `event` returns it.

    Returns
    -------
    str
        The sentence, or ''.
    """
    if event["event_id"] == NO_EVENT:
        return f"No intervention and no Ofsted report is held for {name}: there is no event from which to count years."
    if tiny:
        return (
            f"{name} is very small: a handful of posts or children moves its rates so far that no difference is shown."
        )
    before, after = (int(rows[side].iloc[0]) if len(rows) else 0 for side in ("points_before", "points_after"))
    if min(before, after) < ENOUGH:
        if joint and about["topic"] == "workforce":
            return f"The workforce figures are those of one joint return, {joint}: there are too few of {name} alone."
        return (
            f"{about['title']}, {name}: too few published figures in the years chosen, {before} before and "
            f"{after} after the event ({event_words(event)}){_lacking(rows, breaks, event)}; "
            "at least two on each side are needed."
        )
    if rows["after_of"].iloc[0] < ENOUGH or rows[["after_difference", "before_slope"]].isna().any(axis=None):
        return "No comparison group: fewer than two other authorities were free of intervention in all of these years."
    return ""


def _lacking(rows: pd.DataFrame, breaks: pd.DataFrame, event: dict[str, Any]) -> str:
    """Name what stands in the way: a break, or figures withheld."""
    reasons = [
        f"the series breaks between {day(cut['from_period_end'])} and {day(cut['to_period_end'])}"
        for cut in breaks.to_dict("records")
        if abs((cut["to_period_end"] - event["first_on"]).days) < 366 * 3
    ]
    withheld = rows[~rows["status"].isin(["published"])]
    if len(withheld):
        reasons.append(f"without a figure: {_gaps(withheld)}")
    return f"; {'; '.join(reasons)}" if reasons else ""


def _gaps(rows: pd.DataFrame) -> str:
    return ", ".join(f"{row['period_end'].year} {STATUS_WORDS[row['status']]}" for row in rows.to_dict("records"))


def findings(rows: pd.DataFrame, *, name: str, about: dict[str, Any]) -> list[str]:
    """Say what was found: the mean difference after the event, its place among the placebos, and the trend before.

    Parameters
    ----------
    rows
        Rows of `queries.before_after.differences`.
    name, about
        The name of the authority, and a row of `queries.indicators`.

    Returns
    -------
    list of str
        Two sentences or three, none of which says why.
    """
    found = rows.iloc[0]
    unit, decimals = about["unit"], about["decimals"]
    mean = _higher(found["after_difference"], unit=unit, decimals=decimals)
    low, high = (signed(found[end], unit="", decimals=decimals) for end in ("after_low", "after_high"))
    slope = signed(found["before_slope"], unit=unit, decimals=decimals)
    said = [
        f"The difference between {name} and the comparison group was on average {mean} after the event than before it "
        f"({found['points_before']} figures before, {found['points_after']} after). Of {found['after_of']} other "
        f"authorities asked the same question, {found['after_larger']} moved at least as far, up or down; the middle "
        f"95% of them lie between {low} and {high}.",
        f"Before the event the difference moved by {slope} a year; at least as steeply, up or down, in "
        f"{found['slope_steeper']} of {found['slope_of']} others.",
    ]
    if found["slope_steeper"] <= STEEP * found["slope_of"]:
        said.append(
            "They were drawing apart or together before the event already: what follows may be more of the same."
        )
    return said


def _higher(value: float, *, unit: str, decimals: int) -> str:
    """Write a difference as so much higher or lower."""
    written = signed(value, unit=unit, decimals=decimals)
    return f"{written.lstrip('+−')} {'lower' if written.startswith('−') else 'higher'}"


def warnings(rows: pd.DataFrame, *, name: str) -> list[str]:
    """Say what must be known before the chart is read: small numbers, unusual figures, and the pandemic."""
    said = []
    if (few := int(rows["after_of"].iloc[0])) < FEW_PLACEBOS:
        said.append(f"Small sample: only {few} authorities to compare with. The bars and places mean little.")
    counted = rows[rows["status"] == "published"]
    if counted["small"].any():
        said.append(f"Small numbers: some rates of {name} rest on so few posts or children that one more moves them.")
    for row in rows[rows["unusual"]].to_dict("records"):
        said.append(f"Unusual value of {name}, {day(row['period_end'])}: it takes part as published. {row['note']}")
    if counted["period_start"].min() <= PANDEMIC[1] and counted["period_end"].max() >= PANDEMIC[0]:
        said.append(
            "These years take in 2020-21, the first year of COVID-19, when referrals, visits, inspections and staffing "
            "were out of the ordinary everywhere. What was alike everywhere is no part of the difference; what "
            "differed from place to place is."
        )
    return said
