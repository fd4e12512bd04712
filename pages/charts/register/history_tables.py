"""Histories as tables in words: main dates, every step, what accounts differ on, and events, each with its source."""

from typing import Any

import pandas as pd

from pages.charts.register import models
from pages.charts.register.chronology import outline
from pages.charts.register.tables import UNSURE
from pages.charts.words import day


def main_dates(steps: pd.DataFrame) -> pd.DataFrame:
    """Write the main dates: Number, Date, What, Standing, Detail, Confidence, Note, Source.

    Parameters
    ----------
    steps
        Rows of `queries.intervention_events`.
    """
    return pd.DataFrame(
        [
            {
                "Number": str(row["number"]),
                "Date": day(row["event_on"], row["date_precision"]),
                "What": row["title"],
                "Standing": "announced; for what then happened see the later dates" if row["announced"] else "happened",
                "Detail": row["detail"],
                "Confidence": UNSURE[row["confidence"]],
                "Note": row["note"],
                "Source": f"{row['source_title']} {row['source_url']}",
            }
            for row in outline(steps).to_dict("records")
        ]
    )


def steps(rows: pd.DataFrame) -> pd.DataFrame:
    """Write every dated step: Date, Kind, What, Standing, Detail, Confidence, Note, Source."""
    return pd.DataFrame(
        [
            {
                "Date": day(row["event_on"], row["date_precision"]),
                "Kind": models.KINDS[row["kind"]],
                "What": row["title"],
                "Standing": _standing(row),
                "Detail": row["detail"],
                "Confidence": UNSURE[row["confidence"]],
                "Note": row["note"],
                "Source": f"{row['source_title']} {row['source_url']}",
            }
            for row in rows.to_dict("records")
        ]
    )


def _standing(row: dict[str, Any]) -> str:
    return "announced" if row["kind"] in models.ANNOUNCED else str(row["happened"]).replace("_", " ")


def contradictions(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the points on which accounts differ: About, One account, Another, Treated as, Confidence."""
    return pd.DataFrame(
        [
            {
                "About": row["about"],
                "One account": f"{row['one_account']} ({row['one_source']} )",
                "Another": f"{row['other_account']} ({row['other_source']} )",
                "Here treated as": row["treated_as"],
                "Confidence": UNSURE[row["confidence"]],
            }
            for row in rows.to_dict("records")
        ]
    )


def happenings(rows: pd.DataFrame) -> pd.DataFrame:
    """Write events: Date, Of, Title, Detail, Confidence, Source."""
    return pd.DataFrame(
        [
            {
                "Date": day(row["event_on"], row["date_precision"]),
                "Of": row["authority_name"],
                "Title": row["title"],
                "Detail": row["detail"],
                "Confidence": UNSURE[row["confidence"]],
                "Source": f"{row['source_title']} {row['source_url']}".strip(),
            }
            for row in rows.to_dict("records")
        ]
    )


def named(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return some columns of rows under other names, dates in words."""
    found = rows[list(names)].rename(columns=names)
    return found.assign(Date=[day(when) for when in found["Date"]]) if "Date" in found else found
