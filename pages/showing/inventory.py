"""What is held, as tables in words: indicators, publishers' files, statuses, and the columns of the database."""

from collections.abc import Sequence

from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day, published
from pages.takeaway.schema import Described, words
from queries.rows.about import Column, File, Held, Symbol

Written = list[dict[str, str]]  # the rows of a table, each by the headings of its columns

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


def meanings(catalogue: Sequence[Held]) -> Written:
    """Say what the indicators mean: Indicator, What is measured, Definition, Direction, Bear in mind."""
    return [
        {
            "Indicator": f"{row.title} ({row.indicator_id})",
            "What is measured": row.measure,
            "Definition": row.definition,
            "Direction": f"{DIRECTIONS[row.better]}. {row.better_reason}",
            "Bear in mind": " ".join(row.caveats) or "Nothing in particular",
        }
        for row in catalogue
    ]


def reach(catalogue: Sequence[Held]) -> Written:
    """Say how far they reach: Indicator, Newest source, First date, Last date, With a figure, Next release."""
    return [
        {
            "Indicator": row.title,
            "Newest source": f"{row.publication}, published {published(row.published)}",
            "First date": day(row.first_date),
            "Last date": day(row.last_date),
            "Authorities with a figure on the last date": _authorities(row),
            "Next release": row.next_release,
        }
        for row in catalogue
    ]


def _authorities(row: Held) -> str:
    return f"{row.authorities} of {row.returns}" + (", joint returns counted once" if row.joint else "")


def files(rows: Sequence[File]) -> Written:
    """List the files read: Publication, Publisher, Edition, Published, File, SHA-256 begins, rows of it and of ours."""
    return [
        {
            "Publication": row.publication,
            "Publisher": row.publisher,
            "Edition": row.edition,
            "Published": published(row.published),
            "File": row.file,
            "SHA-256 begins": row.sha256[:12],
            "Rows of the file": f"{row.rows_read:,}",
            "Rows of our table": f"{row.rows_kept:,}",
        }
        for row in rows
    ]


def statuses() -> Written:
    """Explain the words of the column status: Status, What it says, On pages."""
    return [
        {"Status": status, "What it says": meaning, "On pages": STATUS_WORDS.get(status, "the figure")}
        for status, meaning in words("status").items()
    ]


def signs(symbols: Sequence[Symbol]) -> Written:
    """Explain the publishers' signs: Sign, In which files, Status, What it says."""
    return [
        {
            "Sign": row.symbol,
            "In which files": LAYOUTS[row.layout],
            "Status": row.status,
            "What it says": row.meaning,
        }
        for row in symbols
    ]


def columns(rows: Sequence[Column], view: Described) -> Written:
    """Explain the columns of a view: Column with its type, Meaning.

    Parameters
    ----------
    rows
        Rows of `queries.about.columns`.
    view
        The view in words.
    """
    return [
        {
            "Column": f"{row.column_name} ({_type(row.data_type)})",
            "Meaning": view.meaning(row.column_name),
        }
        for row in rows
        if row.table_name == view.name
    ]


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


def word_lists(names: list[str]) -> Written:
    """List the words that columns may hold: Column, Word, What it says."""
    return [
        {"Column": name, "Word": word, "What it says": meaning}
        for name in names
        for word, meaning in words(name).items()
    ]


def barriers() -> Written:
    """List what is known not to be accessible: What, Criterion of WCAG 2.2, Whose it is to mend."""
    return [
        {"What": what, "Criterion of WCAG 2.2": criterion, "Whose it is to mend": whose}
        for what, criterion, whose in BARRIERS
    ]
