"""Alternative text: what a chart shows, in a sentence or two for those who do not see it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from pages.charts import facts
from pages.charts.words import lowered, newest, year_said


def timeline(
    name: str, *, phases: pd.DataFrame, ribbon: pd.DataFrame, trend: pd.DataFrame, indicators: pd.DataFrame
) -> str:
    """Describe a timeline: what it shows, where each line ends, and which tables follow.

    Parameters
    ----------
    name
        Of the authority.
    phases, ribbon, trend, indicators
        The rows that the timeline draws.

    Returns
    -------
    str
        Plain sentences.
    """
    chosen = trend[trend["role"] == "chosen"].to_dict("records")
    ends = " ".join(_end(chosen, about) for about in indicators.to_dict("records"))
    unusual = (trend["role"] == "chosen") & trend["unusual"]
    odd = [
        f"{lowered(about['short_title'])} {year_said(when, basis=about['basis'])}"
        for about in indicators.to_dict("records")
        for when in trend.loc[unusual & (trend["indicator_id"] == about["indicator_id"]), "period_end"]
    ]
    ringed = f" Unusual values, ringed: {', '.join(odd)}." if odd else ""
    own = bool(trend["role"].str.startswith("own").any())
    draft = " Own figures, DRAFT and unpublished, stand beside them, dotted and hollow." * own
    return (
        f"Timeline of {name}: government intervention, Ofsted grades and {len(indicators)} line charts on one date "
        f"axis. Government intervention: {'; '.join(facts.spells(phases))}. Ofsted: {facts.standing_grade(ribbon)}. "
        f"{ends}{ringed}{draft} All of it is in the tables below."
    )


def _end(chosen: Sequence[dict[str, Any]], about: dict[str, Any]) -> str:
    mine = [row for row in chosen if row["indicator_id"] == about["indicator_id"]]
    return f"{about['title']}: {newest(mine, unit=about['unit'], decimals=about['decimals'])}."
