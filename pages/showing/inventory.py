"""What is held, as tables in words: indicators, publishers' files, statuses, and the columns of the database."""

from typing import Any

import pandas as pd

from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day, published
from pages.takeaway.schema import Described, words

DIRECTIONS = {"higher": "Higher is better", "lower": "Lower is better", "neither": "No direction is better"}

LAYOUTS = {
    "ees": "Explore education statistics",
    "statistical_first_release": "Statistical first releases, to 2017",
    "interactive_tool": "Local Authority Interactive Tool",
}
STREAMLIT = "Streamlit, on which this dashboard is built"
BARRIERS = [
    ("The letter r runs the page again, wherever the focus is outside a field.", "2.1.4", STREAMLIT),
    ("The crosses that remove a choice are 15 by 7 pixels; Backspace removes the last choice too.", "2.5.8", STREAMLIT),
    ("After a change of page the focus stays on the link, and no change is announced.", "2.4.3, 4.1.3", STREAMLIT),
    ("After a choice the page is drawn again, and no change is announced.", "4.1.3", STREAMLIT),
    (
        "Points of a chart cannot be reached with the keyboard; the tables below hold the same.",
        "2.1.1",
        "Plotly and us",
    ),
]


def meanings(catalogue: pd.DataFrame) -> pd.DataFrame:
    """Say what the indicators mean: Indicator, What is measured, Definition, Direction, Bear in mind.

    Parameters
    ----------
    catalogue
        Rows of `queries.about.catalogue`.
    """
    return pd.DataFrame(
        [
            {
                "Indicator": f"{row['title']} ({row['indicator_id']})",
                "What is measured": row["measure"],
                "Definition": row["definition"],
                "Direction": f"{DIRECTIONS[row['better']]}. {row['better_reason']}",
                "Bear in mind": " ".join(row["caveats"]) or "Nothing in particular",
            }
            for row in catalogue.to_dict("records")
        ]
    )


def reach(catalogue: pd.DataFrame) -> pd.DataFrame:
    """Say how far the indicators reach: Indicator, Newest source, First date, Last date, With a figure, Next release.

    Parameters
    ----------
    catalogue
        Rows of `queries.about.catalogue`.
    """
    return pd.DataFrame(
        [
            {
                "Indicator": row["title"],
                "Newest source": f"{row['publication']}, published {published(row['published'])}",
                "First date": day(row["first_date"]),
                "Last date": day(row["last_date"]),
                "Authorities with a figure on the last date": _authorities(row),
                "Next release": row["next_release"],
            }
            for row in catalogue.to_dict("records")
        ]
    )


def _authorities(row: dict[str, Any]) -> str:
    return f"{row['authorities']} of {row['returns']}" + (", joint returns counted once" if row["joint"] else "")


def files(rows: pd.DataFrame) -> pd.DataFrame:
    """List the files read: Publication, Publisher, Edition, Published, File, SHA-256 begins, rows of it and of ours.

    Parameters
    ----------
    rows
        Rows of `queries.about.files`.
    """
    return pd.DataFrame(
        [
            {
                "Publication": row["publication"],
                "Publisher": row["publisher"],
                "Edition": row["edition"],
                "Published": published(row["published"]),
                "File": row["file"],
                "SHA-256 begins": row["sha256"][:12],
                "Rows of the file": f"{row['rows_read']:,}",
                "Rows of our table": f"{row['rows_kept']:,}",
            }
            for row in rows.to_dict("records")
        ]
    )


def statuses() -> pd.DataFrame:
    """Explain the words of the column status: Status, What it says, On pages."""
    return pd.DataFrame(
        [
            {"Status": status, "What it says": meaning, "On pages": STATUS_WORDS.get(status, "the figure")}
            for status, meaning in words("status").items()
        ]
    )


def signs(symbols: pd.DataFrame) -> pd.DataFrame:
    """Explain the publishers' signs: Sign, In which files, Status, What it says.

    Parameters
    ----------
    symbols
        Rows of `queries.about.symbols`.
    """
    return pd.DataFrame(
        [
            {
                "Sign": row["symbol"],
                "In which files": LAYOUTS[row["layout"]],
                "Status": row["status"],
                "What it says": row["meaning"],
            }
            for row in symbols.to_dict("records")
        ]
    )


def columns(rows: pd.DataFrame, view: Described) -> pd.DataFrame:
    """Explain the columns of a view: Column with its type, Meaning.

    Parameters
    ----------
    rows
        Rows of `queries.about.columns`.
    view
        The view in words.
    """
    return pd.DataFrame(
        [
            {
                "Column": f"{row['column_name']} ({_type(row['data_type'])})",
                "Meaning": view.meaning(row["column_name"]),
            }
            for row in rows[rows["table_name"] == view.name].to_dict("records")
        ]
    )


def _type(kind: str) -> str:
    """Name a type as people do."""
    if kind.endswith("[]"):
        return f"list of {_type(kind[:-2])}"
    return {
        "VARCHAR": "text",
        "DOUBLE": "number",
        "INTEGER": "whole number",
        "DATE": "date",
        "BOOLEAN": "true or false",
    }.get(kind, "text" if kind.startswith("ENUM") else kind.lower())


def word_lists(names: list[str]) -> pd.DataFrame:
    """List the words that columns may hold: Column, Word, What it says."""
    return pd.DataFrame(
        [
            {"Column": name, "Word": word, "What it says": meaning}
            for name in names
            for word, meaning in words(name).items()
        ]
    )


def barriers() -> pd.DataFrame:
    """List what is known not to be accessible: What, Criterion of WCAG 2.2, Whose it is to mend."""
    return pd.DataFrame(
        [
            {"What": what, "Criterion of WCAG 2.2": criterion, "Whose it is to mend": whose}
            for what, criterion, whose in BARRIERS
        ]
    )
