"""The figures of all authorities as tables."""

from collections.abc import Sequence

import pandas as pd

from data.catalogue import Indicator
from pages.charts.words import headed, signed
from pages.england.words import why_uncompared, written
from queries.rows.england import AuthorityYear, Changed, Limited

GRADE = "Ofsted grade in force"
REFUSED = {"not_ranked": "not ranked", "no_figure": "", "tiny": "very small", "small": "small numbers", "": ""}


def year(rows: Sequence[AuthorityYear], indicator: Indicator) -> pd.DataFrame:
    """Write one row an authority: Authority, Region, Figure, 95% interval, Rank, Ofsted, Intervention, Note, Source."""
    return pd.DataFrame(
        [
            {
                "Authority": row.area_name,
                "Region": row.region_name or "",
                "Figure": written(row.value, row.status, indicator),
                "95% interval": _interval(row, indicator),
                "Rank, 1 = lowest": _rank(row),
                GRADE: headed(row.grade),
                "Note": " ".join([row.note, row.general_note]).strip(),
                "Source": f"{row.source_file}, row {row.source_row}" if row.source_file else "",
            }
            for row in rows
        ]
    )


def _interval(row: AuthorityYear, indicator: Indicator) -> str:
    if row.lower_95 is None or row.upper_95 is None:
        return ""
    return f"{written(row.lower_95, 'published', indicator)} to {written(row.upper_95, 'published', indicator)}"


def _rank(row: AuthorityYear) -> str:
    if row.rank is None:
        return REFUSED[row.rank_refused]
    between = f" ({row.rank_low} to {row.rank_high})" if row.rank_low is not None else ""
    return f"{row.rank} of {row.ranked_of}{between}"


def change(rows: Sequence[Changed], indicator: Indicator, *, mean: int = 1) -> pd.DataFrame:
    """Write one row an authority: Authority, From, To, Change, Against England, Beyond chance, Why not compared."""
    return pd.DataFrame(
        [
            {
                "Authority": row.area_name,
                "From": written(row.from_value, row.from_status, indicator) if row.from_value is not None else "",
                "To": written(row.to_value, row.to_status, indicator) if row.to_value is not None else "",
                "Change": _signed(row.change, indicator),
                "Less England's": _signed(row.against_england, indicator),
                "Beyond chance": "" if row.q is None else "yes" if row.beyond_chance else "no",
                "q": "" if row.q is None else f"{row.q:.3f}",
                "Not compared": why_uncompared(row, mean),
            }
            for row in sorted(rows, key=lambda row: (row.change is None, row.change or 0.0, row.area_name))
        ]
    )


def _signed(value: float | None, indicator: Indicator) -> str:
    return "" if value is None else signed(value, unit=indicator.unit, decimals=indicator.decimals)


def chance(rows: Sequence[Limited], indicator: Indicator) -> pd.DataFrame:
    """Write one row an authority: Authority, Figure, Of how many, Limits, Outside."""
    return pd.DataFrame(
        [
            {
                "Authority": row.area_name,
                "Figure": written(row.value, "published", indicator),
                "Of how many": f"{row.denominator:,.0f}",
                "95% limits": _limits(row.lower_limit_95, row.upper_limit_95, indicator),
                "99.8% limits": _limits(row.lower_limit_998, row.upper_limit_998, indicator),
                "Outside": row.outside or row.untold or "",
            }
            for row in rows
        ]
    )


def _limits(low: float | None, high: float | None, indicator: Indicator) -> str:
    if low is None or high is None:
        return ""
    return f"{written(low, 'published', indicator)} to {written(high, 'published', indicator)}"
