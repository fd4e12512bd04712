"""What a chart shows, as the rows of a table in words: the same content for those who do not see the picture."""

from typing import Any

import pandas as pd

from pages.charts.spans import ending
from pages.charts.timeline.ribbon import BASIS
from pages.charts.words import day, figure, published

LAST = ["Note", "Source"]
MEDIAN = {"neighbours": "Neighbours (median)"}


def figures(trend: pd.DataFrame, indicator: dict[str, Any]) -> pd.DataFrame:
    """Write the figures of one indicator as a table.

    Parameters
    ----------
    trend
        Rows of `queries.trend`.
    indicator
        A row of `queries.indicators`.

    Returns
    -------
    DataFrame
        One row per reference date: Date, the chosen authority, one column per area beside it, Note, Source. A
        gap is written as its reason.
    """
    dates: dict[pd.Timestamp, dict[str, str]] = {}
    for row in trend[trend["indicator_id"] == indicator["indicator_id"]].to_dict("records"):
        record = dates.setdefault(row["period_end"], {"Date": day(row["period_end"]), "Figure": "no row"})
        if row["role"] == "chosen":
            joint = " (joint return)" if row["area_level"] == "joint return" else ""
            record["Figure"] = _written(row, indicator) + joint
            record |= {"Note": row["note"], "Source": f"{row['source_file']}, row {row['source_row']}"}
        else:
            of = f", {row['averaged']} of {row['averaged_of']}" if row["role"] == "neighbours" else ""
            record[MEDIAN.get(row["role"], row["area_name"])] = _written(row, indicator) + of
    table = pd.DataFrame([dates[when] for when in sorted(dates)]).fillna("")
    return table[[*(name for name in table.columns if name not in LAST), *(n for n in LAST if n in table)]]


def _written(row: dict[str, Any], indicator: dict[str, Any]) -> str:
    written = figure(row["value"], row["status"], unit=indicator["unit"], decimals=indicator["decimals"])
    if row["role"] == "neighbours":
        return written
    written += " (derived)" if row["derived"] and row["status"] == "published" else ""
    return f"{written}, unusual value" if row["unusual"] else written


def interventions(phases: pd.DataFrame) -> pd.DataFrame:
    """Write the phases of intervention as a table: Form, Began, Ended, Why, Confidence, Note, Source."""
    return pd.DataFrame(
        [
            {
                "Form": phase["title"],
                "Began": day(phase["began_on"], phase["began_precision"]),
                "Ended": ending(phase).removeprefix("ended "),
                "Occasion of the intervention": phase["trigger"],
                "Confidence": phase["confidence"],
                "Note": phase["note"],
                "Source": " ".join(dict.fromkeys([phase["source_url_began"], phase["source_url_ended"]])).strip(),
            }
            for phase in phases.to_dict("records")
        ]
    )


def steps(events: pd.DataFrame) -> pd.DataFrame:
    """Write the dated steps of intervention as a table: Date, What, Detail, Happened, Confidence, Source."""
    return pd.DataFrame(
        [
            {
                "Date": day(step["event_on"], step["date_precision"]),
                "What": step["title"],
                "Detail": step["detail"],
                "Happened": step["happened"].replace("_", " "),
                "Concerns": step["scope"].replace("_", " "),
                "Confidence": step["confidence"],
                "Source": step["source_url"],
            }
            for step in events.to_dict("records")
        ]
    )


def judgements(rows: pd.DataFrame) -> pd.DataFrame:
    """Write Ofsted's judgements as a table: Published, Inspected, Framework, Judgement, Grade, Source."""
    return pd.DataFrame(
        [
            {
                "Published": day(row["published_on"]),
                "Inspected": day(row["inspected_on"]) or "not in Ofsted's file",
                "Framework": f"{row['framework']}, {row['inspection_type']}",
                "Judgement": row["judgement_area"],
                "Grade": row["grade"],
                "Source": f"{row['source_file']}, row {row['source_row']}"
                + (f" ({BASIS[row['basis']]})" if row["basis"] in BASIS else ""),
            }
            for row in rows.iloc[::-1].to_dict("records")
        ]
    )


def events(rows: pd.DataFrame) -> pd.DataFrame:
    """Write events as a table: Date, Event, Detail, Concerns, Confidence, Source."""
    return pd.DataFrame(
        [
            {
                "Date": day(row["event_on"], row["date_precision"]),
                "Event": row["title"],
                "Detail": row["detail"],
                "Concerns": "England" if row["scope"] == "national" else "this authority",
                "Confidence": row["confidence"],
                "Source": row["source_url"] or row["source_title"],
            }
            for row in rows.to_dict("records")
        ]
    )


def national(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Write the figures of England as a table: Date, and one column per indicator."""
    about = {row["indicator_id"]: row for row in indicators.to_dict("records")}
    written = [
        {
            "Date": row["period_end"],
            "Indicator": about[row["indicator_id"]]["title"],
            "Figure": figure(
                row["value"],
                row["status"],
                unit=about[row["indicator_id"]]["unit"],
                decimals=about[row["indicator_id"]]["decimals"],
            ),
        }
        for row in rows.to_dict("records")
    ]
    wide = pd.DataFrame(written).pivot(index="Date", columns="Indicator", values="Figure").fillna("").reset_index()
    return wide.assign(Date=[day(when) for when in wide["Date"]])


def releases(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the editions loaded as a table: Publication, Publisher, Published, Next."""
    return pd.DataFrame(
        [
            {
                "Publication": row["title"],
                "Publisher": row["publisher"],
                "Published": published(row["published"]),
                "Next": row["next_release"],
            }
            for row in rows.to_dict("records")
        ]
    )
