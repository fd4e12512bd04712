"""How ranks are written, and what is said of them wherever they stand."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

EXPLAINED = (
    "Rank: 1 is the lowest figure of all authorities that have one on that date, and what rounds to 0 is the lowest; "
    "range: where 95 of 100 ranks would lie if chance alone moved the figures of all authorities at once, each as far "
    "as its numbers allow; small numbers (fewer than 50 below the line, or 10 above it) count among the others but are "
    "given no rank."
)
SMALL = "not ranked: small numbers"


def ranked(row: Mapping[str, Any]) -> str:
    """Write a rank with its range, if it has one.

    Parameters
    ----------
    row
        With rank, ranked_of, rank_low and rank_high.

    Returns
    -------
    str
        '73 of 147 (range 59 to 86)'; a sentence for very small authorities and small numbers, which are not ranked.
    """
    if pd.isna(row["ranked_of"]):
        return "not ranked"
    if pd.isna(row["rank"]):
        return SMALL
    low = row.get("rank_low")
    span = "" if low is None or pd.isna(low) else f" (range {low:.0f} to {row['rank_high']:.0f})"
    return f"{row['rank']:.0f} of {row['ranked_of']:.0f}{span}"
