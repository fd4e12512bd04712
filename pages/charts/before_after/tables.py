"""The before and after view as the rows of tables: exactly what is drawn, with how many stand behind each figure."""

from typing import Any

import pandas as pd

from pages.charts.words import day, figure, signed

SIDES = {"before": "before", "during": "neither", "after": "after"}


def levels(rows: pd.DataFrame, *, name: str, about: dict[str, Any], average: str) -> pd.DataFrame:
    """Write the upper panel: Year, Date, the authority, its neighbours and the comparison group with n, Source.

    Parameters
    ----------
    rows
        Rows of `queries.before_after.differences`.
    name, about
        The name of the authority, and a row of `queries.indicators`.
    average
        median or mean: how the neighbours are taken together.

    Returns
    -------
    DataFrame
        One row per reference date, in words.
    """
    unit, decimals = about["unit"], about["decimals"]
    return pd.DataFrame(
        [
            {
                "Year": _year(row),
                "Date": day(row["period_end"]),
                name: figure(row["value"], row["status"], unit=unit, decimals=decimals),
                f"Neighbours ({average})": _averaged(row[f"neighbours_{average}"], unit, decimals),
                "Neighbours with a figure": row["neighbours_n"],
                "Comparison group (mean)": _averaged(row["comparison_mean"], unit, decimals),
                "Of the group with a figure": f"{row['comparison_n']} of {row['comparison_of']}",
                "Note": row["note"],
                "Source": f"{row['source_file']}, row {row['source_row']:.0f}" if row["source_file"] else "",
            }
            for row in rows.to_dict("records")
        ]
    )


def differences(rows: pd.DataFrame, *, name: str, about: dict[str, Any]) -> pd.DataFrame:
    """Write the lower panel: Year, Date, Side, both changes, the difference, and its place among the placebos.

    Parameters
    ----------
    rows, name, about
        As for `levels`.

    Returns
    -------
    DataFrame
        One row per reference date, in words; a date that does not enter says so.
    """
    return pd.DataFrame([_difference(row, name, about) for row in rows.to_dict("records")])


def _difference(row: dict[str, Any], name: str, about: dict[str, Any]) -> dict[str, Any]:
    def written(value: float) -> str:
        return "does not enter" if pd.isna(value) else signed(value, unit="", decimals=about["decimals"] + 1)

    enters = not pd.isna(row["difference"])
    return {
        "Year": _year(row),
        "Date": day(row["period_end"]),
        "Side": SIDES[row["side"]],
        f"Change, {name}": written(row["change"]),
        "Change, group": written(row["comparison_change"]),
        "Difference": written(row["difference"]),
        "Middle 95% of placebos": f"{written(row['placebo_low'])} to {written(row['placebo_high'])}" if enters else "",
        "Others at least as far": f"{row['placebo_larger']} of {row['placebo_of']}" if enters else "",
    }


def group(rows: pd.DataFrame) -> pd.DataFrame:
    """Write who is compared: Authority, Place (in the group, or why not), Figures before, Figures after."""
    return pd.DataFrame(
        {
            "Authority": rows["area_name"],
            "Place": rows["place"],
            "Figures before": rows["points_before"],
            "Figures after": rows["points_after"],
        }
    )


def event(event: dict[str, Any]) -> pd.DataFrame:
    """Write the event from which years are counted: Event, Date, Known to the, Confidence, Source."""
    return pd.DataFrame(
        [
            {
                "Event": event["title"],
                "Date": day(event["first_on"], event["date_precision"]),
                "Known to the": event["date_precision"],
                "Confidence": event["confidence"],
                "Source": event["source"],
            }
        ]
    )


def around(events: pd.DataFrame) -> pd.DataFrame:
    """Write the events of the same years, rows of `queries.events`: Date, Where, What, Source."""
    return pd.DataFrame(
        [
            {
                "Date": day(row["event_on"], row["date_precision"]),
                "Where": "England" if row["scope"] == "national" else "this authority",
                "What": row["title"],
                "Source": f"{row['source_title']} {row['source_url']}".strip(),
            }
            for row in events.to_dict("records")
        ]
    )


def _year(row: dict[str, Any]) -> str:
    return signed(row["years_since"], unit="", decimals=0)


def _averaged(value: float, unit: str, decimals: int) -> str:
    return "none" if pd.isna(value) else figure(value, "published", unit=unit, decimals=decimals)
