"""A share pack: one ZIP with a picture, its figures, and all that must be said of it. No Streamlit here."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.comparison.notes import notes
from pages.charts.press.sizes import PRINT, SIZES
from pages.charts.words import day, listed, published
from pages.shared.pictures import Drawing
from pages.takeaway.table import ATTRIBUTION, STANDING
from pages.takeaway.zip import zipped

TOOL = "Children's services in England, an independent dashboard"
PACKED = ("news", "square", "narrow")


def citation(drawing: Drawing, *, link: str, on: date) -> str:
    """Write how to cite a picture: publications, tool, data version, address, and the day on which it was seen."""
    named = [
        f"{row['publisher']}, {row['title']} (published {published(max(row['published']))})"
        for row in drawing.sources.to_dict("records")
    ]
    seen = f"data version {drawing.version}, {link}, accessed {day(on)}"
    return f"Analysis of {listed(named)}, via {TOOL}, {seen}. OGL v3.0."


def methods(drawing: Drawing, phases: pd.DataFrame) -> str:
    """Write what must be known: definition, caveats, notes on single figures, symbols, and sources of events."""
    about = drawing.asked.about
    symbols = [f"[{sign}] {theme.STATUS_WORDS[status]}" for status, sign in theme.STATUS_SYMBOLS.items()]
    events = [
        f"{row['title']}, from {day(row['began_on'], row['began_precision'])} (confidence: {row['confidence']}): "
        f"{row['source_url_began']}"
        for row in phases.to_dict("records")
    ]
    parts = {
        about["title"]: [about["definition"], *about["caveats"]],
        "Notes": notes(drawing.rows, list(drawing.lines), drawing.breaks, drawing.asked),
        "Symbols": symbols,
        "Sources of interventions": events,
        "Licence": [ATTRIBUTION, STANDING],
    }
    return "\n\n".join(
        "\n".join([title, "=" * len(title), *(f"- {line}" for line in lines)])
        for title, lines in parts.items()
        if lines
    )


def packed(
    drawing: Drawing, *, link: str, on: date, phases: pd.DataFrame, tables: Mapping[str, Callable[[], bytes]]
) -> bytes:
    """Put the pack together.

    Parameters
    ----------
    drawing
        The picture.
    link
        To the view.
    on
        The day.
    phases
        Rows of `queries.interventions` of the authorities whose interventions are drawn.
    tables
        Makers of files with the figures, by name.

    Returns
    -------
    bytes
        A ZIP.
    """
    files: dict[str, Any] = {drawing.file_name(SIZES[id], "png"): drawing.png(SIZES[id]) for id in PACKED}
    files[drawing.file_name(PRINT, "svg")] = drawing.svg(PRINT)
    files |= {name: make() for name, make in tables.items()}
    files |= {
        "alt-text.txt": drawing.alternative,
        "citation.txt": citation(drawing, link=link, on=on),
        "METHODS.txt": methods(drawing, phases),
        "LINK.txt": link,
    }
    return zipped(files)
