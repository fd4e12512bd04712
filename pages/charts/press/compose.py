"""From the answers of the database to a picture."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pages.charts.comparison.axes import cuts as page_cuts
from pages.charts.comparison.compared import Asked, Line, joined
from pages.charts.comparison.words import left_out
from pages.charts.press import words
from pages.charts.press.axes import number
from pages.charts.press.content import Credits, Picture, Row
from pages.charts.press.rail import grade_row, intervention_row

MOST_ROWS = 3  # of interventions under a picture
JUDGED = {"inadequate", "other-grade"}  # groups that rest on Ofsted's judgements


def rows_of(names: Mapping[str, str], histories: Mapping[str, tuple[pd.DataFrame, pd.DataFrame]]) -> tuple[Row, ...]:
    """Make the rail: the interventions of up to three authorities, and the grades if there is one authority alone.

    Parameters
    ----------
    names
        Of the chosen authorities, by area code, in order.
    histories
        For each area code the rows of `queries.history.interventions` and of `queries.history.grades_in_force`.
    """
    if not 1 <= len(names) <= MOST_ROWS:
        return ()
    rows = [intervention_row(names[code], histories[code][0]) for code in names if len(histories[code][0])]
    alone = [
        grade_row(names[code], histories[code][1]) for code in names if len(names) == 1 and len(histories[code][1])
    ]
    return (*rows, *alone)


def context_runs(rows: pd.DataFrame, asked: Asked) -> tuple[tuple[tuple[Any, float], ...], ...]:
    """Return the runs of the other authorities' figures that a line may join: day number and figure."""
    if not asked.context or asked.measure in ("rank", "since"):
        return ()
    runs: list[list[tuple[Any, float]]] = []
    before: dict[str, Any] | None = None
    kept = rows.loc[rows["role"] == "context", ["asked_code", "area_code", "segment", "period_end", "shown", "tiny"]]
    for point in kept.to_dict("records"):
        if pd.isna(point["shown"]) or point["tiny"]:
            before = None
            continue
        if before is None or before["asked_code"] != point["asked_code"] or not joined(before, point):
            runs.append([])
        runs[-1].append((number(point["period_end"]), float(point["shown"])))
        before = point
    return tuple(tuple(run) for run in runs if len(run) > 1)


def compose(
    *,
    lines: Sequence[Line],
    rows: pd.DataFrame,
    breaks: pd.DataFrame,
    asked: Asked,
    names: Mapping[str, str],
    rail: tuple[Row, ...],
    sources: pd.DataFrame,
    version: str,
    link: str,
    finding: str = "",
    groups: Sequence[str] = (),
    own_headline: str = "",
    seen: str = "",
) -> Picture:
    """Put a picture together.

    Parameters
    ----------
    lines, asked
        As of `pages.charts.compare`.
    rows, breaks, sources
        Rows of `queries.compare.lines` (or `since`), `queries.catalogue.breaks` and `queries.compare.sources`.
    names
        Of the chosen authorities by area code, in order.
    rail
        As of `rows_of`.
    version, link
        Of the data, and to the view.
    finding
        As of `claims.headline`; without one the picture is headed with its topic.
    groups
        Ids of the groups drawn.
    own_headline
        The visitor's own, in place of ours.
    seen
        When the past edition came out whose figures are drawn, as exactly as known; empty for the newest.

    Returns
    -------
    Picture
    """
    context = context_runs(rows, asked)
    cuts = tuple(pd.Timestamp(when).date() for when in page_cuts(breaks, lines)) if asked.measure != "since" else ()
    ours = finding or words.neutral(lines, list(names.values()), asked)
    edited = bool(own_headline.strip()) and own_headline.strip() != ours
    publications, judgements = words.credits(sources, seen=seen)
    return Picture(
        headline=own_headline.strip() if edited else ours,
        subtitle=words.subtitle(asked),
        lines=tuple(lines),
        context=context,
        asked=asked,
        cuts=cuts,
        rows=rail,
        notes=words.notes(lines, asked, left_out(names, rows, lines, asked), context=bool(context), cuts=len(cuts)),
        credits=Credits(
            publications=publications, judgements=judgements, judged=bool(JUDGED & set(groups)),
            registered=asked.by_register(groups), version=words.standing(version, seen), link=link, edited=edited,
        ),
        draft=any(line.role == "own" for line in lines),
    )  # fmt: skip
