"""Alternative text: what a chart shows, in a sentence or two for those who do not see it."""

import pandas as pd

from pages.charts import facts
from pages.charts.words import day, figure


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
    ends = " ".join(_end(trend, row) for row in indicators.to_dict("records"))
    return (
        f"Timeline of {name}: government intervention, Ofsted grades and {len(indicators)} line charts on one date "
        f"axis. Government intervention: {'; '.join(facts.spells(phases))}. Ofsted: {facts.standing_grade(ribbon)}. "
        f"{ends} All of it is in the tables below."
    )


def _end(trend: pd.DataFrame, indicator: dict[str, object]) -> str:
    rows = trend[
        (trend["indicator_id"] == indicator["indicator_id"])
        & (trend["role"] == "chosen")
        & (trend["status"] == "published")
    ]
    if not len(rows):
        return f"{indicator['title']}: no figures."
    last = rows.sort_values("period_end").iloc[-1]
    written = figure(last["value"], "published", unit=str(indicator["unit"]), decimals=int(str(indicator["decimals"])))
    return f"{indicator['title']}: {written}, {day(last['period_end'])}."
