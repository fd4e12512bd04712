"""How long interventions last: the Kaplan-Meier estimate, with spells that are not known to have ended censored."""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.charts import grades, theme
from pages.charts.register import plotted

HALF = {"day": 0.0, "month": 15.2, "year": 182.6}
AT = (1, 2, 3, 4, 5, 7, 10)
HEIGHT = 320
MARGIN = {"l": 44, "r": 8, "t": 8, "b": 44}


@dataclass(frozen=True, kw_only=True)
class Curve:
    """The share of spells still in force after so many years.

    Attributes
    ----------
    years
        The lengths at which a spell ended, rising.
    share, low, high
        The estimate after each, and its 95% interval.
    censored
        The lengths to which spells are known that are not known to have ended.
    lengths
        All lengths, ended or not.
    """

    years: list[float]
    share: list[float]
    low: list[float]
    high: list[float]
    censored: list[float]
    lengths: list[float]

    def at(self, year: float) -> tuple[float, float, float]:
        """Return the share still in force after so many years, and its interval."""
        passed = [n for n, length in enumerate(self.years) if length <= year]
        return (self.share[passed[-1]], self.low[passed[-1]], self.high[passed[-1]]) if passed else (1.0, 1.0, 1.0)

    def at_risk(self, year: float) -> int:
        """Return of how many spells it is known that they lasted so long, or still ran then."""
        return sum(length >= year for length in self.lengths)

    @property
    def median(self) -> float | None:
        """The length by which half have ended, if as many have."""
        return next((year for year, share in zip(self.years, self.share, strict=True) if share <= 0.5), None)


def lengths(spells: pd.DataFrame) -> pd.DataFrame:
    """Measure interventions.

    Parameters
    ----------
    spells
        Rows of `queries.register.spells`.

    Returns
    -------
    DataFrame
        They with years (to the end; else to the last day on which the spell is known to have been in force) and
        over (whether an end is known). A date of which only the month or the year is known is taken at its middle.
    """
    began = spells["began_on"] + pd.to_timedelta(spells["began_precision"].map(HALF), unit="D")
    over = spells["state"] == "ended"
    precision = spells["ended_precision"].where(over, "day").fillna("day")
    until = spells["known_to"] + pd.to_timedelta(precision.map(HALF), unit="D")
    return spells.assign(years=((until - began).dt.days / grades.DAYS_A_YEAR).clip(lower=0), over=over)


def curve(measured: pd.DataFrame) -> Curve:
    """Estimate how long interventions last, by the method of Kaplan and Meier, with SciPy.

    Parameters
    ----------
    measured
        As of `lengths`.

    Returns
    -------
    Curve
        Intervals are those of the log-log method.
    """
    from scipy.stats import CensoredData, ecdf  # a second to load, and only this view needs it

    ended = measured.loc[measured["over"], "years"].to_numpy()
    open_ones = measured.loc[~measured["over"], "years"].to_numpy()
    survival = ecdf(CensoredData(uncensored=ended, right=open_ones)).sf
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # there is no interval before the first end, nor after the last
        interval = survival.confidence_interval(method="log-log")
    known = np.isin(survival.quantiles, ended)
    share = survival.probabilities[known]
    low = np.nan_to_num(interval.low.probabilities[known], nan=0.0)
    high = np.where(np.isnan(interval.high.probabilities[known]), share, interval.high.probabilities[known])
    return Curve(
        years=survival.quantiles[known].tolist(), share=share.tolist(), low=low.tolist(), high=high.tolist(),
        censored=sorted(open_ones.tolist()), lengths=sorted([*ended.tolist(), *open_ones.tolist()]),
    )  # fmt: skip


def lasting(main: Curve, known: Curve) -> go.Figure:
    """Draw the share of interventions still in force after so many years.

    Parameters
    ----------
    main
        Of all interventions, those without a known end censored.
    known
        Of those alone whose end is known or that were in force when last reported.

    Returns
    -------
    Figure
        Steps from 100% down with a band of 95%, a tick at each censored spell, and a dotted line for the second.
    """
    last = max(main.lengths)
    return go.Figure(
        data=[
            _band(main, last),
            _steps(main, last, {"color": theme.CHOSEN, "width": 2.5}, "All interventions"),
            _steps(known, last, {"color": theme.OTHER_STYLES[0]["color"], "width": 2, "dash": "dash"},
                   "Without those of unknown end"),
            {
                "type": "scatter", "mode": "markers", "x": main.censored,
                "y": [100 * main.at(year)[0] for year in main.censored], "hoverinfo": "skip", "cliponaxis": False,
                "marker": {"symbol": "line-ns-open", "size": 8, "color": theme.CHOSEN, "line": {"width": 1.5}},
            },
        ],
        layout=plotted.layout(
            HEIGHT, margin=MARGIN,
            xaxis={
                "range": [0, last], "fixedrange": True, "dtick": 2, "tickfont": theme.axis_text(), "showgrid": False,
                "linecolor": theme.AXIS, "ticks": "outside",
                "title": {"text": "years since the intervention began", "font": theme.axis_text(), "standoff": 6},
            },
            yaxis={
                "range": [0, 102], "fixedrange": True, "tickvals": [0, 25, 50, 75, 100], "gridcolor": theme.GRID,
                "ticktext": ["0%", "25%", "50%", "75%", "100%"], "zerolinecolor": theme.AXIS,
                "tickfont": theme.axis_text(),
            },
        ),
    )  # fmt: skip


def _steps(of: Curve, last: float, line: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": [0.0, *of.years, last],
        "y": [100.0, *(100 * share for share in of.share), 100 * of.at(last)[0]],
        "line": line | {"shape": "hv"}, "hovertemplate": f"{name}: %{{y:.0f}}% after %{{x:.1f}} years<extra></extra>",
    }  # fmt: skip


def _band(of: Curve, last: float) -> dict[str, Any]:
    x, low = [0.0, *of.years, last], [1.0, *of.low, of.at(last)[1]]
    high = [1.0, *of.high, of.at(last)[2]]
    across = [(year, share) for n, year in enumerate(x) for share in ((high[max(n - 1, 0)]), high[n])]
    back = [(year, share) for n, year in reversed(list(enumerate(x))) for share in (low[n], low[max(n - 1, 0)])]
    return {
        "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": "#eaf3fb", "hoverinfo": "skip",
        "x": [year for year, _ in across + back], "y": [100 * share for _, share in across + back],
        "line": {"width": 0},
    }  # fmt: skip
